import { claim } from '../../src/domain/delivery/delivery.ts'
import {
  allowance,
  DEFAULT_TEXTS_PER_SECOND,
  nextAllowedAt,
  type Pace,
  pacedAfter,
} from '../../src/domain/delivery/pace.ts'
import type { Message } from '../../src/domain/message/message.ts'
import type { OutboxRepository } from '../../src/ports/repositories/outbox-repository.ts'
import { keyOf, type MemoryTables } from './memory-tables.ts'

export class MemoryOutboxRepository implements OutboxRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async claimDue(request: { now: number; limit: number; token: string }): Promise<Message[]> {
    const { now, limit, token } = request
    const busy = this.#pairsInFlight()
    const claimed: Message[] = []
    for (const message of this.#due(now)) {
      if (claimed.length === limit) break
      if (message.kind === 'sms' && busy.has(pairOf(message))) continue
      const pace = this.#paceOf(message.inboxId)
      if (allowance(pace, now) === 0) continue
      this.#tables.paces.put(message.inboxId, pacedAfter(pace, 1, now))
      if (message.kind === 'sms') busy.add(pairOf(message))
      claimed.push({ ...message, delivery: message.delivery && claim(message.delivery, token, now) })
    }
    for (const message of claimed) this.#tables.messages.replace(message.id, message)
    return claimed.sort(oldestFirst)
  }

  async findOverdueLeases(now: number, limit: number): Promise<Message[]> {
    return this.#tables.messages.where((message) => leaseOf(message) <= now).slice(0, limit)
  }

  async nextDueAt(now: number): Promise<number | null> {
    const busy = this.#pairsInFlight()
    const moments = this.#tables.messages
      .where((message) => !(message.kind === 'sms' && isWaiting(message) && busy.has(pairOf(message))))
      .map((message) => Math.min(leaseOf(message), this.#mayLeaveAt(message, now)))
    const earliest = Math.min(...moments)
    return earliest === Number.POSITIVE_INFINITY ? null : earliest
  }

  async findUncertain(since: number, limit: number): Promise<Message[]> {
    const uncertainSince = ({ delivery }: Message) => delivery?.uncertainSince ?? 0
    return this.#tables.messages
      .where((message) => message.delivery?.state === 'uncertain' && uncertainSince(message) >= since)
      .sort((a, b) => uncertainSince(b) - uncertainSince(a))
      .slice(0, limit)
  }

  async findByProviderMessageId(providerMessageId: string): Promise<Message | null> {
    return this.#tables.messages.find((message) => message.delivery?.providerMessageId === providerMessageId)
  }

  /** People's before automatic ones. */
  #due(now: number): Message[] {
    return this.#tables.messages
      .where((message) => this.#dueAt(message, now) <= now)
      .sort((a, b) => Number(a.kind === 'auto') - Number(b.kind === 'auto') || oldestFirst(a, b))
  }

  #dueAt(message: Message, now: number): number {
    if (!isWaiting(message)) return Number.POSITIVE_INFINITY
    const pausedUntil = this.#tables.inboxes.get(message.inboxId)?.pausedUntil ?? 0
    const nextAttemptAt = message.delivery?.nextAttemptAt ?? now
    return Math.max(nextAttemptAt, pausedUntil)
  }

  #mayLeaveAt(message: Message, now: number): number {
    return Math.max(this.#dueAt(message, now), nextAllowedAt(this.#paceOf(message.inboxId), now))
  }

  #paceOf(inboxId: string): Pace {
    const { textsPerSecond = DEFAULT_TEXTS_PER_SECOND } = this.#tables.inboxes.get(inboxId) ?? {}
    return { textsPerSecond, pacedUntilUs: this.#tables.paces.get(inboxId) ?? 0 }
  }

  #pairsInFlight(): Set<string> {
    const inFlight = (message: Message) => message.kind === 'sms' && leaseOf(message) < Number.POSITIVE_INFINITY
    return new Set(this.#tables.messages.where(inFlight).map(pairOf))
  }
}

function isWaiting({ delivery }: Message): boolean {
  return delivery?.state === 'scheduled' || delivery?.state === 'queued'
}

/** When the lease ends; never, when nobody holds the message. */
function leaseOf({ delivery }: Message): number {
  const held = delivery?.state === 'claimed' || delivery?.state === 'dispatching'
  return (held ? delivery.claim?.leaseUntil : undefined) ?? Number.POSITIVE_INFINITY
}

function pairOf(message: Message): string {
  return keyOf(message.inboxId, message.contactId)
}

/** Ids sort by the time they were made. */
function oldestFirst(a: Message, b: Message): number {
  return a.id < b.id ? -1 : 1
}
