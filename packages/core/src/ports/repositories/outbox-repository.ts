import type { Message } from '../../domain/message/message.ts'

/** The outgoing messages, seen as a queue. The message row is the queue entry. */
export interface OutboxRepository {
  /**
   * Claims what is due: scheduled or queued with `nextAttemptAt <= now`, oldest first, of inboxes that are not paused.
   * Among messages written by people only the first of an inbox and contact is claimed, and only while none of theirs is
   * claimed or dispatching; automatic ones neither wait nor block. Each claimed message gets `token` and a lease of 60 s.
   * No inbox exceeds its pace (see `Pace`), which counts what is claimed; when not all may leave, people's texts go first.
   */
  claimDue(request: { now: number; limit: number; token: string }): Promise<Message[]>
  /** Claimed or dispatching, with the lease over. */
  findOverdueLeases(now: number, limit: number): Promise<Message[]>
  /**
   * The earliest moment at which something may leave or a lease ends, which may have passed; null when there is none. What
   * waits behind a text in flight does not count, nor what is in a paused inbox before the pause is over.
   */
  nextDueAt(now: number): Promise<number | null>
  /** Uncertain since `since` or later, the most recent first, whoever wrote them. */
  findUncertain(since: number, limit: number): Promise<Message[]>
  findByProviderMessageId(providerMessageId: string): Promise<Message | null>
}
