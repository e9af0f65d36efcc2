import type { Message } from '../../domain/message/message.ts'

export interface MessageRepository {
  find(id: string): Promise<Message | null>
  add(message: Message): Promise<void>
  save(message: Message): Promise<void>
  findByIdempotencyKey(authorId: string, key: string): Promise<Message | null>
  /** The timeline of one ticket, for rules that look back. */
  readonly history: MessageHistory
}

export interface MessageHistory {
  /**
   * The oldest text from the customer that came after the last person's reply that was not cancelled. STOP, START and HELP are
   * for the desk, and thanks for a closed ticket ask nothing: no person answers them.
   */
  firstUnanswered(ticketNumber: number): Promise<Message | null>
  /** The oldest message that `isNewerThanSeen`. */
  firstUnseen(ticketNumber: number, seq: number, agentId: string): Promise<Message | null>
  /** What the list shows of the ticket: the newest text that a person wrote and that was not cancelled. */
  newest(ticketNumber: number): Promise<Message | null>
  /** Texts to the contact through the inbox that have left, or may have, the newest first; automatic ones too. */
  sent(inboxId: string, contactId: string, limit: number): Promise<Message[]>
  /** Messages to the contact through the inbox that wait to leave: scheduled, queued or claimed. */
  unsent(inboxId: string, contactId: string): Promise<Message[]>
  /** The ticket's messages that `isUnsettled`. */
  unsettled(ticketNumber: number): Promise<Message[]>
}
