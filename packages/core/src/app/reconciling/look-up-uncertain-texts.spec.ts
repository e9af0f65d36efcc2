import { beforeEach, describe, expect, it } from 'vitest'
import { FakeMessageArchive } from '../../../testing/fakes/fake-message-archive.ts'
import { TestDesk } from '../../../testing/test-desk.ts'
import { ReplyToTicket } from '../replying/reply-to-ticket.ts'
import { ClaimDueMessages } from '../sending/claim-due-messages.ts'
import { RecordDeliveryReport } from '../sending/record-delivery-report.ts'
import { SendClaimedMessage } from '../sending/send-claimed-message.ts'
import { LookUpUncertainTexts } from './look-up-uncertain-texts.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

let desk: TestDesk
let archive: FakeMessageArchive
let lookUp: LookUpUncertainTexts

beforeEach(async () => {
  desk = await TestDesk.open()
  archive = new FakeMessageArchive({ pageSize: 3 })
  lookUp = new LookUpUncertainTexts({
    ...desk.deps,
    recordDeliveryReport: new RecordDeliveryReport(desk.deps),
    archives: { messagebird: archive },
  })
})

async function dispatch(): Promise<void> {
  const { token, messageIds } = await new ClaimDueMessages(desk.deps).execute({ limit: 10 })
  const send = new SendClaimedMessage({ ...desk.deps, gateways: { messagebird: desk.gateway } })
  for (const messageId of messageIds) await send.execute({ messageId, token })
}

/** A reply and the confirmation before it, both sent with an uncertain outcome. */
async function sendInDoubt(): Promise<{ reply: string; confirmation: string }> {
  await desk.receive('Where is my order?')
  const sent = {
    ticketNumber: 1,
    agentId: desk.ada.id,
    body: 'On its way.',
    idempotencyKey: 'key',
    seenMessageId: null,
    sendNow: true,
  }
  const { id: reply } = await new ReplyToTicket(desk.deps).execute(sent)
  desk.gateway.answer({ kind: 'uncertain', reason: 'no answer' }, { kind: 'uncertain', reason: 'no answer' })
  await dispatch()
  const [, confirmation] = await desk.messages()
  return { reply, confirmation: confirmation?.id ?? '' }
}

const deliveries = async () => (await desk.messages()).flatMap(({ delivery }) => delivery ?? [])
const states = async () => (await deliveries()).map(({ state }) => state)

describe('looking up uncertain texts', () => {
  it('believes what the list says, automatic texts included, before an agent is bothered', async () => {
    const { reply, confirmation } = await sendInDoubt()
    archive.addSent({ reference: reply, at: desk.clock.now(), providerMessageId: 'abc', state: 'delivered' })
    archive.addSent({ reference: confirmation, at: desk.clock.now(), state: 'accepted' })
    desk.clock.advance(30 * SECOND)
    expect(await lookUp.execute()).toEqual({ settled: 2, trouble: null })
    expect(await states()).toEqual(['accepted', 'delivered'])
    expect((await deliveries())[1]).toMatchObject({ providerMessageId: 'abc', uncertainSince: null })
    const [report] = await desk.write(({ reports }) => reports.listForMessage(reply))
    expect(report).toMatchObject({ status: 'sent', raw: expect.stringContaining('message list') })
  })

  it('leaves alone what does not stand in the list: that proves nothing', async () => {
    await sendInDoubt()
    archive.addSent({ reference: 'of another program', at: desk.clock.now() })
    archive.addSent({ reference: null, at: desk.clock.now() })
    desk.clock.advance(MINUTE)
    expect(await lookUp.execute()).toEqual({ settled: 0, trouble: null })
    expect(await states()).toEqual(['uncertain', 'uncertain'])
    expect(desk.gateway.sent).toHaveLength(2)
  })

  it('looks again at growing distances, and goes through every page', async () => {
    const { reply } = await sendInDoubt()
    const looks: number[] = []
    for (let passed = 0; passed < 3 * HOUR; passed += 15 * SECOND) {
      const before = archive.queries.length
      await lookUp.execute()
      if (archive.queries.length > before) looks.push(passed / SECOND)
      desk.clock.advance(15 * SECOND)
    }
    expect(looks).toEqual([30, 90, 240, 540, 3_600, 7_200])
    archive.addSent({ reference: reply, at: desk.clock.now() - 3 * HOUR, state: 'sent' })
    for (let n = 0; n < 9; n += 1) archive.addSent({ reference: `later-${n}`, at: desk.clock.now() })
    desk.clock.advance(HOUR)
    expect(await lookUp.execute()).toMatchObject({ settled: 1 })
  })

  it('looks at once after a start, and asks nothing where nothing is in doubt', async () => {
    await lookUp.execute()
    await sendInDoubt()
    desk.clock.advance(20 * MINUTE)
    const restarted = new LookUpUncertainTexts({
      ...desk.deps,
      recordDeliveryReport: new RecordDeliveryReport(desk.deps),
      archives: { messagebird: archive },
    })
    await restarted.execute()
    await restarted.execute()
    expect(archive.queries).toHaveLength(1)
  })

  it('says when the list cannot be read, and looks again then', async () => {
    const { reply } = await sendInDoubt()
    desk.clock.advance(MINUTE)
    archive.failWith('no answer', 7_000)
    expect(await lookUp.execute()).toMatchObject({ settled: 0, trouble: { reason: 'no answer', retryAfterMs: 7_000 } })
    archive.failWith(null)
    archive.addSent({ reference: reply, at: desk.clock.now() })
    expect(await lookUp.execute()).toMatchObject({ settled: 1, trouble: null })
  })

  it('does nothing for practice numbers, which have no list', async () => {
    const practice = await TestDesk.open({ provider: 'simulated' })
    desk = practice
    lookUp = new LookUpUncertainTexts({
      ...desk.deps,
      recordDeliveryReport: new RecordDeliveryReport(desk.deps),
      archives: { messagebird: archive },
    })
    await desk.receive('Hello')
    desk.clock.advance(MINUTE)
    await lookUp.execute()
    expect(archive.queries).toEqual([])
  })
})
