import { randomUUID } from 'node:crypto'
import { useCases } from '@textdesk/core'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Message } from '../src/http/contract/index.ts'
import { MessageBirdArchive } from '../src/providers/messagebird/message-bird-archive.ts'
import { MessageBirdGateway } from '../src/providers/messagebird/message-bird-gateway.ts'
import { Reconciler } from '../src/workers/reconciler.ts'
import { FakeMessageBird } from './support/fake-message-bird.ts'
import type { FakeMode } from './support/fake-message-bird-answers.ts'
import { DESK_NUMBER } from './support/live-settings.ts'
import { redirectMessageBird } from './support/redirect-message-bird.ts'
import { CUSTOMER, WiredDesk } from './support/wired-desk.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

let provider: FakeMessageBird
let wired: WiredDesk

/** Through the real SDK to a provider on loopback, by the desk's clock. */
beforeEach(async () => {
  provider = await FakeMessageBird.start()
  const restore = redirectMessageBird(provider.url)
  onTestFinished(async () => {
    restore()
    await provider.stop()
  })
  const access = { accessKey: 'test_key', deadlineMs: 300 }
  const gateway = new MessageBirdGateway({ ...access, reportUrl: 'https://desk.example/status' })
  const overrides = { gateways: { messagebird: gateway }, archives: { messagebird: new MessageBirdArchive(access) } }
  wired = await WiredDesk.open({ overrides })
  provider.list.now = () => wired.desk.clock.now()
})

/** What the worker does in a round. */
async function reconcile(): Promise<void> {
  const { container, clock } = wired.desk
  const errors: unknown[] = []
  const reconciler = new Reconciler({
    lookUpUncertainTexts: container.resolve(useCases.lookUpUncertainTexts),
    fetchMissedTexts: container.resolve(useCases.fetchMissedTexts),
    takeLeaderLease: { execute: async () => true },
    archives: {},
    clock,
    onFound: () => {},
    onUnavailable: () => {},
    onError: (error) => errors.push(error),
  })
  await reconciler.goRound()
  expect(errors).toEqual([])
}

/** A reply whose send ends this way. */
async function replyInDoubt(mode: FakeMode): Promise<Message> {
  await wired.text('Hello')
  await wired.dispatch()
  const reply = (await wired.reply('On its way.')).json() as Message
  provider.answerNext(mode)
  await wired.passHold()
  const sent = await wired.message(reply.id)
  expect(sent.delivery?.state).toBe('uncertain')
  return sent
}

const replies = () => provider.texts.filter(({ body }) => body === 'On its way.')
const attention = async () => (await wired.desk.agent.get('/api/views')).json().attention
const inbound = async () =>
  (await wired.timeline()).flatMap((item) => (item.type === 'message' && item.direction === 'in' ? [item] : []))

describe('a send that nobody answered for', () => {
  it.each<FakeMode>(['silent', 'reset-after-body', 'server-error-after-accept', 'garbage', 'cut'])(
    'is settled by the list after "%s": no agent, no second text',
    async (mode) => {
      const { id } = await replyInDoubt(mode)
      provider.list.report(id, 'delivered')
      wired.desk.clock.advance(30 * SECOND)
      await reconcile()
      expect((await wired.message(id)).delivery).toMatchObject({ state: 'delivered', needsAgent: false })
      wired.desk.clock.advance(20 * MINUTE)
      await reconcile()
      await wired.dispatch()
      expect(await attention()).toBe(0)
      expect(replies()).toHaveLength(1)
    },
  )

  it('takes a later report for more than the list, and an earlier word of the list for less', async () => {
    const { id } = await replyInDoubt('silent')
    wired.desk.clock.advance(30 * SECOND)
    await reconcile()
    expect((await wired.message(id)).delivery?.state).toBe('sent')
    await wired.report({ reference: id, status: 'delivered' })
    await reconcile()
    expect((await wired.message(id)).delivery?.state).toBe('delivered')
  })

  it("waits for an agent where the list doesn't have it, and is still not sent again", async () => {
    const { id } = await replyInDoubt('server-error')
    expect(replies()).toHaveLength(0)
    for (let passed = 0; passed < 10; passed += 1) {
      wired.desk.clock.advance(MINUTE)
      await reconcile()
      await wired.dispatch()
    }
    expect((await wired.message(id)).delivery).toMatchObject({ state: 'uncertain', needsAgent: true })
    expect(await attention()).toBe(1)
    expect(replies()).toHaveLength(0)
  })
})

describe('a text whose webhook was lost', () => {
  const id = 'a1b2c3'
  const lost = (body = 'Anybody there?') => {
    const at = wired.desk.clock.now()
    provider.list.addReceived({ id, from: CUSTOMER, to: DESK_NUMBER, body, at })
    return at
  }

  it('is fetched and threaded, marked so; its late webhook changes nothing', async () => {
    const sentAt = lost()
    wired.desk.clock.advance(2 * MINUTE)
    await reconcile()
    const [text] = await inbound()
    expect(text).toMatchObject({ body: 'Anybody there?', arrival: 'fetched', sentAt: new Date(sentAt).toISOString() })
    expect(await wired.ticket()).toMatchObject({ status: 'open', waitingSince: text?.at })
    await wired.dispatch()
    expect(provider.texts.map(({ body }) => body)).toEqual([expect.stringContaining('ticket ID is 1')])

    const before = await wired.timeline()
    for (const shape of ['form', 'json', 'query'] as const) {
      expect((await wired.text({ body: 'Anybody there?', id, sentAt, shape })).body).toBe('OK')
    }
    expect((await wired.text({ body: 'Anybody there?', shape: 'minimal-form' })).body).toBe('OK')
    await wired.dispatch()
    expect(await wired.timeline()).toEqual(before)
    expect(provider.texts).toHaveLength(1)
  })

  it('is left alone when the webhook came, whatever it called the text', async () => {
    const sentAt = lost('One')
    await wired.text({ body: 'One', id: randomUUID(), sentAt })
    provider.list.addReceived({ id: 'd4', from: CUSTOMER, to: DESK_NUMBER, body: 'Two', at: wired.desk.clock.now() })
    await wired.text({ body: 'Two', shape: 'minimal-form' })
    provider.list.addReceived({ id: 'e5', from: CUSTOMER, to: DESK_NUMBER, body: 'Three', at: wired.desk.clock.now() })
    await wired.text({ body: 'Three', id: 'e5' })
    for (let round = 0; round < 3; round += 1) {
      wired.desk.clock.advance(2 * MINUTE)
      await reconcile()
    }
    expect((await inbound()).map(({ body, arrival }) => [body, arrival])).toEqual([
      ['One', 'webhook'],
      ['Two', 'webhook'],
      ['Three', 'webhook'],
    ])
  })

  it('that says STOP is obeyed', async () => {
    await wired.text('Hello')
    lost('STOP')
    wired.desk.clock.advance(2 * MINUTE)
    await reconcile()
    expect((await wired.reply('One more thing')).statusCode).toBe(409)
  })

  it('is counted for the owner', async () => {
    lost()
    wired.desk.clock.advance(2 * MINUTE)
    await reconcile()
    expect((await wired.desk.owner.get('/api/system')).json().webhooks).toMatchObject({ received: 0, fetched: 1 })
    expect(await wired.metrics()).toMatch(/^textdesk_texts_fetched_total 1$/m)
  })
})
