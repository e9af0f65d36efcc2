import { expect } from 'vitest'
import { AddNote } from '../src/app/replying/add-note.ts'
import { ReplyToTicket } from '../src/app/replying/reply-to-ticket.ts'
import { CloseTicket } from '../src/app/triage/close-ticket.ts'
import { MarkTicketRead } from '../src/app/triage/mark-ticket-read.ts'
import { MergeTickets } from '../src/app/triage/merge-tickets.ts'
import { MoveText } from '../src/app/triage/move-text.ts'
import { SnoozeTicket } from '../src/app/triage/snooze-ticket.ts'
import type { Message } from '../src/domain/message/message.ts'
import type { Ticket } from '../src/domain/ticket/ticket.ts'
import { ANA, BEN, refusalOf, TestDesk } from './test-desk.ts'

type Work = 'reply' | 'note' | 'read' | 'close' | 'snooze'

/** Tickets and messages are picked by their place among those there are, counted round. */
export type Step =
  | { readonly do: 'receive'; readonly from: number }
  | { readonly do: Work; readonly ticket: number }
  | { readonly do: 'move'; readonly ticket: number; readonly text: number }
  | { readonly do: 'merge'; readonly ticket: number; readonly into: number }
  | { readonly do: 'pass'; readonly hours: number }
  | { readonly do: 'claim' }

type Who = { readonly ticketNumber: number; readonly agentId: string }

const MINUTE = 60_000

/** A desk that lives through any story, and knows what must hold after each step. */
export class Rearranged {
  readonly #desk: TestDesk
  /** Texts that Ada has read. */
  readonly #read = new Set<string>()
  #steps = 0

  private constructor(desk: TestDesk) {
    this.#desk = desk
  }

  static async open(): Promise<Rearranged> {
    const desk = await TestDesk.open({ reopenHours: 24 })
    await desk.receive('Text 0')
    return new Rearranged(desk)
  }

  /** The desk may refuse it. Moving and merging leave every message as it was, but for its place. */
  async take(step: Step): Promise<void> {
    this.#desk.clock.advance(MINUTE)
    this.#steps += 1
    const before = await this.#everything()
    expect(await refusalOf(this.#act(step))).not.toMatch(/^threw/)
    if (step.do === 'move' || step.do === 'merge') expect(await this.#everything()).toEqual(before)
  }

  async requireOrder(): Promise<void> {
    const open: string[] = []
    for (const ticket of await this.#tickets()) {
      await this.#requireTimeline(ticket)
      await this.#requireHonestReading(ticket)
      if (ticket.status !== 'closed') open.push(`${ticket.inboxId} ${ticket.contactId}`)
    }
    expect(new Set(open).size).toBe(open.length)
  }

  async #requireTimeline(ticket: Ticket): Promise<void> {
    const entries = await this.#desk.write(({ timelines }) => timelines.list(ticket.number))
    for (const [index, entry] of entries.entries()) {
      expect(entry.seq).toBeGreaterThan(entries[index - 1]?.seq ?? 0)
      expect(entry.at).toBeGreaterThanOrEqual(entries[index - 1]?.at ?? 0)
    }
    expect(ticket.lastSeq).toBeGreaterThanOrEqual(entries.at(-1)?.seq ?? 0)
    expect(ticket.lastInboundSeq).toBe(entries.findLast(({ what }) => what === 'text')?.seq ?? 0)
    if (ticket.mergedInto !== null) expect([ticket.status, entries]).toEqual(['closed', []])
  }

  /** What was never read is never taken for read, and where all was read nothing is unread. */
  async #requireHonestReading({ number }: Ticket): Promise<void> {
    const texts = (await this.#desk.messages(number)).filter(({ direction }) => direction === 'in')
    const positions = await this.#desk.write(({ reads }) => reads.list(number))
    const seen = positions.find(({ agentId }) => agentId === this.#desk.ada.id)?.seq ?? 0
    for (const { id, seq } of texts) if (seq <= seen) expect(this.#read.has(id)).toBe(true)
    expect((await this.#desk.ticket(number)).unread).toBe(texts.some(({ id }) => !this.#read.has(id)))
  }

  async #act(step: Step): Promise<unknown> {
    const { deps, ada, clock } = this.#desk
    if (step.do === 'receive') return this.#desk.receive(`Text ${this.#steps}`, step.from === 0 ? ANA : BEN)
    if (step.do === 'pass') return clock.advance(step.hours * 60 * MINUTE)
    if (step.do === 'claim') return this.#claim()
    const who = { ticketNumber: await this.#pick(step.ticket), agentId: ada.id }
    if (step.do === 'merge') return new MergeTickets(deps).execute({ ...who, into: await this.#pick(step.into) })
    if (step.do !== 'move') return this.#work(step.do, who)
    const messages = await this.#desk.messages(who.ticketNumber)
    return new MoveText(deps).execute({ ...who, messageId: messages[step.text % messages.length]?.id ?? 'none' })
  }

  async #work(what: Work, who: Who): Promise<unknown> {
    const { deps, clock } = this.#desk
    const body = `Words ${this.#steps}`
    if (what === 'read') return this.#readAll(who)
    if (what === 'note') return new AddNote(deps).execute({ ...who, body })
    if (what === 'close') return new CloseTicket(deps).execute({ ...who, seenMessageId: null })
    if (what === 'snooze') return new SnoozeTicket(deps).execute({ ...who, until: clock.now() + MINUTE })
    const reply = { ...who, body, seenMessageId: null, idempotencyKey: body, sendNow: false }
    return new ReplyToTicket(deps).execute(reply)
  }

  async #readAll(who: Who): Promise<void> {
    const messages = await this.#desk.messages(who.ticketNumber)
    await new MarkTicketRead(this.#desk.deps).execute({ ...who, messageId: messages.at(-1)?.id ?? 'none' })
    for (const { id, direction } of messages) if (direction === 'in') this.#read.add(id)
  }

  #claim(): Promise<unknown> {
    const request = { now: this.#desk.clock.now(), limit: 1, token: `token ${this.#steps}` }
    return this.#desk.write(({ outbox }) => outbox.claimDue(request))
  }

  async #pick(place: number): Promise<number> {
    return 1 + (place % (await this.#tickets()).length)
  }

  #tickets(): Promise<Ticket[]> {
    return this.#desk.write(async ({ tickets }) => {
      const found: Ticket[] = []
      for (let next = await tickets.find(1); next; next = await tickets.find(next.number + 1)) found.push(next)
      return found
    })
  }

  /** Every message there is, without its place. */
  async #everything(): Promise<Array<Omit<Message, 'ticketNumber' | 'seq' | 'placement'>>> {
    const all = await Promise.all((await this.#tickets()).map(({ number }) => this.#desk.messages(number)))
    const placeless = all.flat().map(({ ticketNumber: _, seq: __, placement: ___, ...message }) => message)
    return placeless.sort((a, b) => (a.id < b.id ? -1 : 1))
  }
}
