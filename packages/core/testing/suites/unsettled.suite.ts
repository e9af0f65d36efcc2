import { describe, expect, it } from 'vitest'
import { ConfirmArrival } from '../../src/app/replying/confirm-arrival.ts'
import { ResendReply } from '../../src/app/replying/resend-reply.ts'
import { CloseTicket } from '../../src/app/triage/close-ticket.ts'
import type { Message } from '../../src/domain/message/message.ts'
import { DELIVERY_STATES, type DeliveryState } from '../../src/text/delivery-order.ts'
import { aDelivery, aReply } from '../builders.ts'
import { FixedClock, START } from '../fakes/fixed-clock.ts'
import { SequentialIds } from '../fakes/sequential-ids.ts'
import { refusalOf } from '../test-desk.ts'
import { type DeskUnderTest, type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeInbox, storeMessages, storeStranger } from './scene.ts'

const TEN_MINUTES = 600_000

type Table<T> = Record<DeliveryState, T>

/** When a person's text needs an agent. */
const NEEDS_AGENT: Table<'never' | 'at once' | 'after ten minutes'> = {
  scheduled: 'never',
  queued: 'never',
  claimed: 'never',
  dispatching: 'never',
  uncertain: 'after ten minutes',
  accepted: 'never',
  'provider-scheduled': 'never',
  sent: 'never',
  buffered: 'never',
  expired: 'at once',
  failed: 'at once',
  delivered: 'never',
  cancelled: 'never',
}

const nobody = tableOf(() => false)
const atOnce = tableOf((state) => NEEDS_AGENT[state] === 'at once')
const inTime = tableOf((state) => NEEDS_AGENT[state] !== 'never')

/** What still needs an agent is one rule: view, count, row, the owner's figures, closing and settling follow it in every state. */
export function describeUnsettled(open: OpenDesk): void {
  describe('in every state of its delivery, a text', () => {
    const desk = useDesk(open)

    it('needs an agent when the rule says so, in the view, its count and the row', async () => {
      const texts = await storeOneOfEach(desk)
      expect(await texts.inNeed(START + TEN_MINUTES - 1)).toEqual({ view: atOnce, row: atOnce, count: 2 })
      expect(await texts.inNeed(START + TEN_MINUTES)).toEqual({ view: inTime, row: inTime, count: 3 })
      expect(await desk.system.countTrouble()).toEqual({ uncertain: 1, expired: 1, failed: 1 })
    })

    it.each([
      ['somebody has settled it', { settledAt: START }],
      ['the desk wrote it', { kind: 'auto', purpose: 'help' }],
    ] as const)('needs nobody where %s', async (_, overrides) => {
      const texts = await storeOneOfEach(desk, overrides)
      expect(await texts.inNeed(START + TEN_MINUTES)).toEqual({ view: nobody, row: nobody, count: 0 })
      expect(await texts.unsettled()).toEqual(nobody)
      expect(await texts.tell(texts.arrived)).toEqual(tableOf(() => 'not-settleable'))
      expect(await desk.system.countTrouble()).toEqual({ uncertain: 0, expired: 0, failed: 0 })
    })

    it('is dealt with by closing its ticket where an agent was asked about it', async () => {
      const texts = await storeOneOfEach(desk)
      expect(await texts.unsettled()).toEqual(inTime)
      texts.clock.advance(TEN_MINUTES)
      await texts.tell(texts.close)
      expect(await texts.inNeed(texts.clock.now())).toEqual({ view: nobody, row: nobody, count: 0 })
      expect(
        await texts.saved(({ settledAt, settledBy }) => settledAt === texts.clock.now() && settledBy !== null),
      ).toEqual(inTime)
    })

    it('is not dealt with by closing before anybody was asked', async () => {
      const texts = await storeOneOfEach(desk)
      await texts.tell(texts.close)
      expect(await texts.saved(({ settledAt }) => settledAt !== null)).toEqual(atOnce)
      expect((await texts.inNeed(START + TEN_MINUTES)).view).toEqual({ ...nobody, uncertain: true })
    })

    it('can be called arrived while it is unsettled, and is delivered then', async () => {
      const texts = await storeOneOfEach(desk)
      const [yes, no] = ['done', 'not-settleable']
      expect(await texts.tell(texts.arrived)).toEqual(tableOf((state) => (inTime[state] ? yes : no)))
      expect(await texts.saved(({ delivery }) => delivery?.state)).toEqual(
        tableOf((state) => (inTime[state] ? 'delivered' : state)),
      )
      expect(await texts.tell(texts.arrived)).toEqual(tableOf(() => no))
      expect((await texts.inNeed(START + TEN_MINUTES)).view).toEqual(nobody)
    })

    it('can be sent again while it is unsettled, and only once', async () => {
      const texts = await storeOneOfEach(desk)
      const [yes, no] = ['done', 'not-settleable']
      expect(await texts.tell(texts.resend)).toEqual(tableOf((state) => (inTime[state] ? yes : no)))
      expect(await texts.tell(texts.resend)).toEqual(tableOf(() => no))
      expect((await texts.inNeed(START + TEN_MINUTES)).view).toEqual(nobody)
    })
  })
}

/** A ticket for each state, with one text in it that an agent wrote. */
async function storeOneOfEach(desk: DeskUnderTest, overrides: Partial<Message> = {}) {
  const [agent, inbox] = [await storeAgent(desk), await storeInbox(desk)]
  const texts = {} as Table<Message>
  for (const state of DELIVERY_STATES) {
    texts[state] = aReply(await storeStranger(desk, inbox), { delivery: deliveryIn(state), ...overrides })
    await storeMessages(desk, texts[state])
  }
  const clock = new FixedClock()
  const deps = { unitOfWork: desk.subject.unitOfWork, clock, ids: new SequentialIds() }
  const asked = ({ id, ticketNumber }: Message) => ({ ticketNumber, messageId: id, agentId: agent.id })
  const each = async <T>(read: (text: Message) => Promise<T>) => {
    const table = {} as Table<T>
    for (const state of DELIVERY_STATES) table[state] = await read(texts[state])
    return table
  }

  async function inNeed(now: number) {
    const query = { agentId: agent.id, view: 'attention', search: null, cursor: null, limit: 100, now } as const
    const listed = (await desk.tickets.list(query)).items.map(({ number }) => number)
    return {
      view: await each(async ({ ticketNumber }) => listed.includes(ticketNumber)),
      row: await each(
        async ({ ticketNumber }) => (await desk.tickets.find(ticketNumber, agent.id, now))?.needsAttention,
      ),
      count: (await desk.tickets.counts(agent.id, now)).attention,
    }
  }

  return {
    clock,
    inNeed,
    unsettled: () =>
      each(({ ticketNumber }) =>
        desk.run(async ({ messages }) => (await messages.history.unsettled(ticketNumber)).length > 0),
      ),
    saved: <T>(read: (text: Message) => T) =>
      each(({ id }) => desk.run(async ({ messages }) => read((await messages.find(id)) ?? expect.fail('It is gone')))),
    /** What becomes of asking the desk for something about each. */
    tell: (work: (text: Message) => Promise<unknown>) => each((text) => refusalOf(work(text))),
    arrived: (text: Message) => new ConfirmArrival(deps).execute(asked(text)),
    resend: (text: Message) => new ResendReply(deps).execute(asked(text)),
    close: (text: Message) => new CloseTicket(deps).execute({ ...asked(text), seenMessageId: null }),
  }
}

function deliveryIn(state: DeliveryState) {
  const isLeased = state === 'claimed' || state === 'dispatching'
  return aDelivery({
    state,
    nextAttemptAt: state === 'scheduled' || state === 'queued' ? START : null,
    claim: isLeased ? { token: 'token', leaseUntil: START + TEN_MINUTES * 9 } : null,
    uncertainSince: state === 'uncertain' ? START : null,
  })
}

function tableOf<T>(cell: (state: DeliveryState) => T): Table<T> {
  return Object.fromEntries(DELIVERY_STATES.map((state) => [state, cell(state)])) as Table<T>
}
