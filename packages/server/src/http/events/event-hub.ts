import type { Change, ChangeFeed, DeskTopic, TicketChange } from '@textdesk/core'
import { DeskHints } from './desk-hints.ts'
import { CANNED_REPLIES, eventFrame, PING, RESET, SIGNED_OUT } from './event-frame.ts'
import type { EventStream } from './event-stream.ts'
import { HintBatcher } from './hint-batcher.ts'
import type { Presence } from './presence.ts'
import { PresenceAnnouncer } from './presence-announcer.ts'
import { SessionStreams } from './session-streams.ts'

export const PING_EVERY_MS = 15_000

/** Carries what changed on the desk to every open page. */
export class EventHub {
  readonly #sessions = new Map<string, SessionStreams>()
  readonly #hints: HintBatcher
  readonly #deskHints = new DeskHints((what) => this.#broadcast(eventFrame({ event: 'desk', data: { what } })))
  readonly #presence: PresenceAnnouncer
  readonly #unsubscribe: () => void
  readonly #ping: NodeJS.Timeout
  #closed = false

  constructor({ changeFeed, presence }: { changeFeed: ChangeFeed; presence: Presence }) {
    this.#hints = new HintBatcher({ send: (hints) => this.#announce(hints), overflow: () => this.#broadcast(RESET) })
    this.#presence = new PresenceAnnouncer(presence, (frame) => this.#broadcast(frame))
    this.#unsubscribe = changeFeed.subscribe((changes) => this.#hear(changes))
    this.#ping = setInterval(() => this.#keepAlive(), PING_EVERY_MS)
  }

  /** The stream first hears that it should fetch everything: it may have missed some. */
  add(stream: EventStream): void {
    if (this.#closed) {
      stream.end()
    } else {
      const session = this.#sessions.get(stream.sessionId) ?? new SessionStreams(stream.agentId)
      this.#sessions.set(stream.sessionId, session)
      session.add(stream)
      stream.send(Buffer.concat([RESET, this.#presence.snapshot()]))
    }
  }

  remove(stream: EventStream): void {
    const session = this.#sessions.get(stream.sessionId)
    session?.remove(stream)
    if (session?.size === 0) this.#sessions.delete(stream.sessionId)
  }

  /** Tells owners' pages of what no unit of work records: what came to the webhooks. */
  hint(topic: DeskTopic): void {
    if (!this.#closed) this.#deskHints.add(topic)
  }

  get size(): number {
    let sum = 0
    for (const { size } of this.#sessions.values()) sum += size
    return sum
  }

  close(): void {
    this.#closed = true
    clearInterval(this.#ping)
    this.#unsubscribe()
    this.#hints.close()
    this.#presence.close()
    this.#deskHints.close()
    for (const session of this.#sessions.values()) session.end()
    this.#sessions.clear()
  }

  #hear(changes: readonly Change[]): void {
    const tickets: [number, TicketChange][] = []
    for (const change of changes) {
      if (change.kind === 'ticket') tickets.push([change.ticketNumber, change.what])
      else if (change.kind === 'agent') this.#recheck(change.agentId)
      else if (change.kind === 'canned-replies') this.#broadcast(CANNED_REPLIES)
      else if (change.kind === 'desk') this.hint(change.what)
      else this.#broadcast(RESET)
    }
    if (tickets.length > 0 && this.#sessions.size > 0) this.#hints.add(tickets)
  }

  #announce(hints: ReadonlyMap<number, TicketChange>): void {
    const frames = [...hints].map(([number, what]) => eventFrame({ event: 'ticket', data: { number, what } }))
    this.#broadcast(Buffer.concat(frames))
  }

  #broadcast(frame: Buffer): void {
    for (const session of this.#sessions.values()) session.send(frame)
  }

  #recheck(agentId: string): void {
    for (const session of this.#sessions.values()) {
      if (session.agentId === agentId)
        void session.recheck(SIGNED_OUT).then((allowed) => allowed && session.send(RESET))
    }
  }

  #keepAlive(): void {
    for (const session of this.#sessions.values()) {
      session.send(PING)
      void session.recheck()
    }
  }
}
