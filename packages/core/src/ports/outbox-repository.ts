import type { Message } from '../message/message.ts'

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
   * The earliest moment after `now` at which something may leave or a lease ends; null when there is none. What is due
   * already and held back (by order or a paused inbox) does not count: what holds it back ends with a change of its own.
   */
  nextDueAt(now: number): Promise<number | null>
  /** Uncertain since `since` or later, the most recent first, whoever wrote them. */
  findUncertain(since: number, limit: number): Promise<Message[]>
  findByProviderMessageId(providerMessageId: string): Promise<Message | null>
}
