import type { Message } from '../../src/domain/message/message.ts'
import type { Placement } from '../../src/domain/message/placement.ts'
import type { Activity } from '../../src/domain/ticket/activity.ts'
import type { TimelineEntry, TimelineMove } from '../../src/domain/ticket/timeline-entry.ts'
import type { TimelineRepository } from '../../src/ports/repositories/timeline-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemoryTimelineRepository implements TimelineRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async list(ticketNumber: number): Promise<TimelineEntry[]> {
    const isIn = (entry: { ticketNumber: number }) => entry.ticketNumber === ticketNumber
    const messages = this.#tables.messages.where(isIn).map(({ seq, at, direction }) => {
      return { what: direction === 'in' ? ('text' as const) : ('message' as const), seq, at }
    })
    const lines = this.#tables.activity.where(isIn).map(({ what, seq, at }) => ({ what, seq, at }))
    return [...messages, ...lines].sort((a, b) => a.seq - b.seq)
  }

  async move(to: number, moves: readonly TimelineMove[], placement: Placement): Promise<void> {
    const messages = moves.flatMap((move) => (move.type === 'message' ? [this.#moved(move, to, placement)] : []))
    const lines = moves.flatMap((move) => (move.type === 'activity' ? [this.#movedLine(move, to)] : []))
    for (const message of messages) this.#tables.messages.replace(message.id, message)
    for (const line of lines) this.#tables.activity.replace(line.id, line)
  }

  #moved({ from, seq }: TimelineMove, to: number, placement: Placement): Message {
    const message = this.#tables.messages.find((one) => one.ticketNumber === from.ticketNumber && one.seq === from.seq)
    if (message === null) throw new Error(`Ticket ${from.ticketNumber} has no message at ${from.seq}`)
    const comes = from.ticketNumber !== to && message.direction === 'in'
    return { ...message, ticketNumber: to, seq, placement: comes ? placement : message.placement }
  }

  #movedLine({ from, seq }: TimelineMove, to: number): Activity {
    const line = this.#tables.activity.find((one) => one.ticketNumber === from.ticketNumber && one.seq === from.seq)
    if (line === null) throw new Error(`Ticket ${from.ticketNumber} has no line at ${from.seq}`)
    return { ...line, ticketNumber: to, seq }
  }
}
