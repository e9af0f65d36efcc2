/**
 * Takes a contact out of everything the desk stores: texts, tickets, timelines, drafts, reports, search. What stays names
 * nobody: opt-outs and receipts (hashes) and the audit log (ids).
 */
export interface Erasure {
  /** Whether a text to the contact is being handed to its provider right now. */
  isTextLeaving(contactId: string): Promise<boolean>
  /** Removes up to `limit` messages, notes included, with their reports. How many they were. */
  eraseMessages(contactId: string, limit: number): Promise<number>
  /** Removes the contact and its tickets, whose messages are gone already. The numbers of those tickets. */
  eraseContact(contactId: string): Promise<number[]>
}

export interface Shredder {
  /** Resolves when nothing that was removed and committed before can be read from the database's files any more. */
  shred(): Promise<void>
}
