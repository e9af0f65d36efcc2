import type { Inbox } from '../inbox/inbox.ts'

export interface InboxRepository {
  find(id: string): Promise<Inbox | null>
  /** By E.164 number or short code, exactly as stored. */
  findByNumber(number: string): Promise<Inbox | null>
  /** Oldest first. */
  list(): Promise<Inbox[]>
  add(inbox: Inbox): Promise<void>
  save(inbox: Inbox): Promise<void>
}
