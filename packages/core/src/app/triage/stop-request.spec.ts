import { beforeEach, describe, expect, it } from 'vitest'
import { ANA, TestDesk } from '../../../testing/test-desk.ts'
import { OptInContact } from '../customers/opt-in-contact.ts'
import { OptOutContact } from '../customers/opt-out-contact.ts'
import { DismissStopRequest } from './dismiss-stop-request.ts'
import { MergeTickets } from './merge-tickets.ts'
import { MoveText } from './move-text.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await TestDesk.open()
})

const askedAt = async (number = 1) => (await desk.ticket(number)).stopAskedAt
const dismiss = (ticketNumber = 1) => new DismissStopRequest(desk.deps).execute({ ticketNumber, agentId: desk.ada.id })
const consent = async (useCase: typeof OptInContact | typeof OptOutContact) => {
  const { contact } = await desk.ticket()
  await new useCase(desk.deps).execute({ contactId: contact.id, agentId: desk.ada.id, inboxId: desk.inbox.id })
}

describe('a text that may ask for no more texts', () => {
  it('opts nobody out: it is a text like others, and the ticket says since when it may be so', async () => {
    await desk.receive('Where is my order?')
    expect(await askedAt()).toBeNull()
    desk.clock.advance(1_000)
    await desk.receive('please stop texting me')
    const since = desk.clock.now()
    desk.clock.advance(1_000)
    await desk.receive('no more messages')
    expect(await askedAt()).toBe(since)
    expect(await desk.ticket()).toMatchObject({ status: 'open', contact: { optedOutAt: null } })
    expect((await desk.ticket()).waitingSince).not.toBeNull()
  })

  it('is none where they get no texts anyway', async () => {
    await desk.receive('STOP')
    await desk.receive('no more messages')
    await desk.receive('No more messages', ANA, { from: { kind: 'name', value: 'ACME' } })
    expect([await askedAt(1), await askedAt(2)]).toEqual([null, null])
  })

  it.each([
    ['the customer texts STOP', () => desk.receive('STOP').then(() => {})],
    ['an agent opts them out', () => consent(OptOutContact)],
    ['an agent says that it was not meant so', () => dismiss()],
  ])('is settled once %s', async (_, done) => {
    await desk.receive('no more messages')
    await done()
    expect(await askedAt()).toBeNull()
    await consent(OptInContact)
    expect(await askedAt()).toBeNull()
  })

  it('is told in the ticket when it was not meant so, once', async () => {
    await desk.receive('no more messages')
    await dismiss()
    await dismiss()
    const lines = (await desk.activity()).map(({ what, actorId }) => [what, actorId])
    expect(lines).toEqual([['stop-request-dismissed', desk.ada.id]])
  })

  it('goes along with a text that is moved, and with a ticket that is merged', async () => {
    await desk.receive('Where is my order?')
    desk.clock.advance(1_000)
    await desk.receive('no more messages')
    const since = desk.clock.now()
    const text = (await desk.messages()).at(-1) ?? expect.fail('no text')
    desk.clock.advance(1_000)
    await new MoveText(desk.deps).execute({ ticketNumber: 1, messageId: text.id, agentId: desk.ada.id })
    expect([await askedAt(1), await askedAt(2)]).toEqual([null, since])
    await new MergeTickets(desk.deps).execute({ ticketNumber: 2, into: 1, agentId: desk.ada.id })
    expect([await askedAt(1), await askedAt(2)]).toEqual([since, null])
  })
})
