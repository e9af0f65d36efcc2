import type { Message } from '../../src/domain/message/message.ts'
import type { MessageHistory } from '../../src/ports/repositories/message-repository.ts'
import { isNewerThanSeen } from '../../src/text/newer-than-seen.ts'
import { isUnsettled } from '../../src/text/unsettled.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemoryMessageHistory implements MessageHistory {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async firstUnanswered(ticketNumber: number): Promise<Message | null> {
    const texts = this.#timeline(ticketNumber).filter((message) => message.kind === 'sms')
    const lastReply = texts.findLast((text) => text.direction === 'out' && text.delivery?.state !== 'cancelled')
    return texts.find((text) => isQuestion(text) && text.seq > (lastReply?.seq ?? 0)) ?? null
  }

  async firstUnseen(ticketNumber: number, seq: number, agentId: string): Promise<Message | null> {
    return this.#timeline(ticketNumber).find((message) => isNewerThanSeen(message, { seq, agentId })) ?? null
  }

  async newest(ticketNumber: number): Promise<Message | null> {
    return this.#timeline(ticketNumber).findLast((message) => message.kind === 'sms' && !isCancelled(message)) ?? null
  }

  async sent(inboxId: string, contactId: string, limit: number): Promise<Message[]> {
    return this.#tables.messages
      .where((message) => message.inboxId === inboxId && message.contactId === contactId && mayHaveLeft(message))
      .reverse()
      .sort((a, b) => b.at - a.at)
      .slice(0, limit)
  }

  async unsent(inboxId: string, contactId: string): Promise<Message[]> {
    return this.#tables.messages.where(
      (message) => message.inboxId === inboxId && message.contactId === contactId && isUnsent(message),
    )
  }

  async unsettled(ticketNumber: number): Promise<Message[]> {
    return this.#timeline(ticketNumber).filter(isUnsettled)
  }

  #timeline(ticketNumber: number): Message[] {
    return this.#tables.messages.where((message) => message.ticketNumber === ticketNumber).sort((a, b) => a.seq - b.seq)
  }
}

/** From the customer, and for a person. */
function isQuestion({ direction, keyword, placement }: Message): boolean {
  return direction === 'in' && keyword === null && placement?.reason !== 'thanks'
}

function isCancelled({ delivery }: Message): boolean {
  return delivery?.state === 'cancelled'
}

function mayHaveLeft(message: Message): boolean {
  return message.delivery !== null && !isUnsent(message) && !isCancelled(message)
}

function isUnsent({ delivery }: Message): boolean {
  return delivery?.state === 'scheduled' || delivery?.state === 'queued' || delivery?.state === 'claimed'
}
