import type { Inbox, Provider } from '../../domain/inbox/inbox.ts'

export interface InboxRepository {
  find(id: string): Promise<Inbox | null>
  /** By E.164 number or short code, exactly as stored; null finds the inbox for texts to numbers nobody knows. */
  findByNumber(provider: Provider, number: string | null): Promise<Inbox | null>
  /** Whether this number is one of the desk's own, whoever carries its texts. */
  hasNumber(number: string): Promise<boolean>
  /** Oldest first. */
  list(): Promise<Inbox[]>
  /** False when the provider's inbox of this number is there already. */
  add(inbox: Inbox): Promise<boolean>
  /** A number is never changed, nor who carries it: another one is another inbox. */
  save(inbox: Inbox): Promise<void>
}
