import { ReceiveText, type ReceiveTextResult } from '../src/app/receiving/receive-text.ts'
import { defaultWords } from '../src/domain/consent/default-words.ts'
import { DomainError } from '../src/domain/errors.ts'
import type { Inbox } from '../src/domain/inbox/inbox.ts'
import type { Message } from '../src/domain/message/message.ts'
import type { ReceivedText } from '../src/domain/message/received-text.ts'
import type { Activity } from '../src/domain/ticket/activity.ts'
import type { TicketRow } from '../src/ports/queries/ticket-queries.ts'
import type { Desk } from '../src/ports/unit-of-work.ts'
import { anAgent, anInbox } from './builders.ts'
import { FakeSmsGateway } from './fakes/fake-sms-gateway.ts'
import { FixedClock } from './fakes/fixed-clock.ts'
import { SequentialIds } from './fakes/sequential-ids.ts'
import { MemoryDesk } from './memory/memory-desk.ts'
import { runWorkTwice } from './run-work-twice.ts'

export const ANA = '+12025550101'
export const BEN = '+12025550102'

/**
 * A desk in memory with one inbox and two agents, for specs of use cases. Every unit of work is run twice, so that an impure
 * one shows.
 */
export class TestDesk {
  readonly clock = new FixedClock()
  readonly ids = new SequentialIds()
  readonly gateway = new FakeSmsGateway()
  readonly memory = new MemoryDesk()
  readonly unitOfWork = runWorkTwice(this.memory.unitOfWork)
  readonly deps = { unitOfWork: this.unitOfWork, clock: this.clock, ids: this.ids }
  readonly ada = anAgent({ name: 'Ada' })
  readonly bob = anAgent({ name: 'Bob' })
  readonly inbox: Inbox
  #webhooks = 0

  private constructor(inbox: Partial<Inbox>) {
    const number = '+12025550199'
    this.inbox = anInbox({
      number,
      optOutWords: defaultWords(number),
      confirmationTemplate: 'Your ticket ID is {{ticket}}.',
      ...inbox,
    })
  }

  static async open(inbox: Partial<Inbox> = {}): Promise<TestDesk> {
    const desk = new TestDesk(inbox)
    await desk.write(async ({ inboxes, agents }) => {
      await inboxes.add(desk.inbox)
      await agents.add(desk.ada)
      await agents.add(desk.bob)
    })
    return desk
  }

  write<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
    return this.memory.unitOfWork.run(work)
  }

  /** A customer's text, another one each time unless its receipt key is given. */
  async receive(body: string, from = ANA, more: Partial<ReceivedText> = {}): Promise<ReceiveTextResult> {
    this.#webhooks += 1
    return new ReceiveText(this.deps).execute({
      provider: this.inbox.provider,
      from: { kind: 'phone', value: from },
      to: this.inbox.number,
      body,
      receiptKey: `webhook-${this.#webhooks}`,
      signature: null,
      ...more,
    })
  }

  async ticket(number = 1): Promise<TicketRow> {
    const row = await this.memory.ticketQueries.find(number, this.ada.id, this.clock.now())
    if (row === null) throw new Error(`There is no ticket ${number}`)
    return row
  }

  async ticketCount(): Promise<number> {
    const { items } = await this.memory.ticketQueries.list({
      agentId: this.ada.id,
      view: 'all',
      search: null,
      cursor: null,
      limit: 100,
      now: this.clock.now(),
    })
    return items.length
  }

  async messages(number = 1): Promise<Message[]> {
    return (await this.#timeline(number)).flatMap((item) => (item.type === 'message' ? [item.message] : []))
  }

  async activity(number = 1): Promise<Activity[]> {
    return (await this.#timeline(number)).flatMap((item) => (item.type === 'activity' ? [item.activity] : []))
  }

  async #timeline(number: number) {
    return (await this.memory.ticketQueries.timeline(number, null, 100))?.items ?? []
  }
}

/** The code a use case refused with, "done" when it did not refuse. */
export function refusalOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : `threw ${String(error)}`),
  )
}
