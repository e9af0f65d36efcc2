/** What the guard of automatic texts needs to know before one more is sent. */
export interface AutomaticTextLedger {
  /** Confirmations of new tickets queued for the contact since then, in any inbox. */
  countConfirmations(contactId: string, since: number): Promise<number>
  /** Texts from the contact with exactly this body since then, in any inbox. */
  countIdenticalTexts(contactId: string, body: string, since: number): Promise<number>
  /** Takes one from the inbox's budget for the hour that `now` lies in; false when it is used up. */
  spendBudget(inboxId: string, now: number, perHour: number): Promise<boolean>
}
