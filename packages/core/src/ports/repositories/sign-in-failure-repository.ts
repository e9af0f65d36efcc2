export interface SignInFailures {
  readonly count: number
  readonly lastAt: number
}

/** Failed attempts to sign in, by whatever they are counted by. */
export interface SignInFailureRepository {
  /** Nobody else reads or changes it before this unit of work is over. */
  find(key: string): Promise<SignInFailures | null>
  record(key: string, at: number): Promise<void>
  clear(key: string): Promise<void>
  /** Clears what did not fail since then. */
  forget(before: number): Promise<void>
}
