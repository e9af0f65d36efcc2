/** Knows what people choose, and so what is tried first. Never called inside a unit of work: it may take a while. */
export interface PasswordJudge {
  /**
   * Why the password would soon be guessed, as a sentence for whoever chose it; null where it would not.
   * @param personal what is known of that person and place, and makes no password any better
   */
  weaknessOf(password: string, personal: readonly string[]): Promise<string | null>
}
