import fc from 'fast-check'
import { BlockContact } from '../src/app/customers/block-contact.ts'
import { ReplyToTicket } from '../src/app/replying/reply-to-ticket.ts'
import { UndoReply } from '../src/app/replying/undo-reply.ts'
import { AddTag } from '../src/app/triage/add-tag.ts'
import { AssignTicket } from '../src/app/triage/assign-ticket.ts'
import { CloseTicket } from '../src/app/triage/close-ticket.ts'
import { RemoveTag } from '../src/app/triage/remove-tag.ts'
import { ReopenTicket } from '../src/app/triage/reopen-ticket.ts'
import { SnoozeTicket } from '../src/app/triage/snooze-ticket.ts'
import { TagTicket } from '../src/app/triage/tag-ticket.ts'
import { UndoAction } from '../src/app/triage/undo-action.ts'
import { WakeTicket } from '../src/app/triage/wake-ticket.ts'
import type { Ticket } from '../src/domain/ticket/ticket.ts'
import { refusalOf, TestDesk } from './test-desk.ts'

const HOUR = 3_600_000

/** What can be undone. */
export type Act =
  | { readonly do: 'close' | 'reopen' | 'wake' | 'reply' }
  | { readonly do: 'assign'; readonly to: 'ada' | 'bob' | null }
  | { readonly do: 'snooze'; readonly hours: number }
  | { readonly do: 'tag'; readonly tags: readonly string[] }
  | { readonly do: 'add-tag' | 'remove-tag'; readonly tag: string }

/** What else becomes of a ticket. */
export type Step =
  | Act
  | { readonly do: 'text' }
  | { readonly do: 'stop' }
  | { readonly do: 'fail' }
  | { readonly do: 'pass' }

export const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constantFrom('close', 'close', 'reopen', 'wake', 'reply') }),
  fc.record({ do: fc.constant('assign' as const), to: fc.constantFrom('ada', 'bob', null) }),
  fc.record({ do: fc.constant('snooze' as const), hours: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constant('tag' as const), tags: fc.subarray(['VIP', 'refund', 'late'], { minLength: 0 }) }),
  fc.record({
    do: fc.constantFrom('add-tag' as const, 'remove-tag' as const),
    tag: fc.constantFrom('VIP', 'refund', 'late'),
  }),
)

export const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: acts },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('text', 'text', 'stop', 'fail', 'pass') }) },
)

/** A ticket to which Ada does what can be undone, and Bob and the customer what they like. */
export class UndoScene {
  readonly desk: TestDesk
  #reply = ''
  #replies = 0

  private constructor(desk: TestDesk) {
    this.desk = desk
  }

  static async open(story: readonly Step[]): Promise<UndoScene> {
    const scene = new UndoScene(await TestDesk.open())
    await scene.desk.receive('Where is my order?')
    for (const step of story) await scene.take(step)
    return scene
  }

  /** The ticket with all that undoing must bring back, and no more: what stands in the timeline stays there. */
  async state() {
    const ticket = await this.desk.write(({ tickets }) => tickets.find(1))
    if (ticket === null) throw new Error('The ticket is gone')
    const { lastSeq: _, ...rest } = ticket
    const settled = (await this.desk.messages()).map(({ settledAt }) => settledAt).filter((at) => at !== null)
    return { ticket: rest satisfies Partial<Ticket>, settled }
  }

  /** Ada does it. @returns whether it changed anything. */
  async act(act: Act): Promise<boolean> {
    const before = await this.state()
    await this.#do(act, this.desk.ada.id, act.do)
    return JSON.stringify(await this.state()) !== JSON.stringify(before)
  }

  /** Somebody else does it, a while later. */
  async take(step: Step): Promise<void> {
    this.desk.clock.advance(60_000)
    if (step.do === 'text') await this.desk.receive('And?')
    else if (step.do === 'stop') await this.desk.receive('STOP')
    else if (step.do === 'pass') this.desk.clock.advance(HOUR)
    else if (step.do === 'fail') await this.#fail()
    else await this.#do(step, this.desk.bob.id, null)
  }

  async undo(act: Act): Promise<string> {
    const by = { ticketNumber: 1, agentId: this.desk.ada.id }
    if (act.do === 'reply') {
      const told = await refusalOf(new UndoReply(this.desk.deps).execute({ ...by, messageId: this.#reply }))
      return told === 'done' ? 'undone' : told
    }
    let changedSince = false
    const told = await refusalOf(
      new UndoAction(this.desk.deps).execute({ ...by, key: act.do }).then((answer) => {
        changedSince = answer.changedSince
      }),
    )
    return told === 'done' ? `undone${changedSince ? ', changed since' : ''}` : told
  }

  async block(): Promise<void> {
    this.desk.clock.advance(60_000)
    const contactId = (await this.state()).ticket.contactId
    await new BlockContact(this.desk.deps).execute({ contactId, agentId: this.desk.bob.id })
  }

  async #do(act: Act, agentId: string, undoKey: string | null): Promise<void> {
    const { deps, clock } = this.desk
    const by = { ticketNumber: 1, agentId, undoKey }
    const work: Record<Act['do'], () => Promise<unknown>> = {
      close: () => new CloseTicket(deps).execute({ ...by, seenMessageId: null }),
      reopen: () => new ReopenTicket(deps).execute(by),
      wake: () => new WakeTicket(deps).execute(by),
      reply: () => this.#answer(agentId, undoKey !== null),
      assign: () =>
        new AssignTicket(deps).execute({ ...by, assigneeId: act.do === 'assign' ? this.#idOf(act.to) : null }),
      snooze: () =>
        new SnoozeTicket(deps).execute({ ...by, until: clock.now() + (act.do === 'snooze' ? act.hours : 1) * HOUR }),
      tag: () => new TagTicket(deps).execute({ ...by, tags: act.do === 'tag' ? act.tags : [] }),
      'add-tag': () => new AddTag(deps).execute({ ...by, tag: 'tag' in act ? act.tag : 'VIP' }),
      'remove-tag': () => new RemoveTag(deps).execute({ ...by, tag: 'tag' in act ? act.tag : 'VIP' }),
    }
    await refusalOf(work[act.do]())
  }

  async #answer(agentId: string, isHeld: boolean): Promise<void> {
    this.#replies += 1
    const message = await new ReplyToTicket(this.desk.deps).execute({
      ...{ ticketNumber: 1, agentId, body: 'On its way.', seenMessageId: null },
      ...{ sendNow: !isHeld, idempotencyKey: `reply ${this.#replies}` },
    })
    if (isHeld) this.#reply = message.id
  }

  #idOf(name: 'ada' | 'bob' | null): string | null {
    return name && this.desk[name].id
  }

  /** The newest reply turns out not to have arrived. */
  async #fail(): Promise<void> {
    const reply = (await this.desk.messages()).findLast(({ kind, delivery }) => kind === 'sms' && delivery !== null)
    if (!reply?.delivery) return
    const delivery = { ...reply.delivery, state: 'failed' as const, reason: 'rejected' }
    await this.desk.write(({ messages }) => messages.save({ ...reply, delivery }))
  }
}
