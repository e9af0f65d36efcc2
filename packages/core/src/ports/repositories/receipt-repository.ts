/** What was taken in already, so that the same text delivered again is no second message. */
export interface ReceiptRepository {
  /** False when this key was claimed for this inbox before. Kept for ever. */
  claimText(inboxId: string, key: string): Promise<boolean>
  /** False when this signature id was seen before: a replay. */
  claimSignature(jti: string, expiresAt: number): Promise<boolean>
  /** Forgets signature ids that expired before the moment. */
  forgetSignatures(expiredBefore: number): Promise<void>
}
