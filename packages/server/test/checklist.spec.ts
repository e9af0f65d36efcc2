import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Checklist, ChecklistStep } from '../src/http/contract/index.ts'
import { EventReader } from './support/event-reader.ts'
import { FakeInstruments } from './support/fake-instruments.ts'
import { DESK_NUMBER, PUBLIC_URL, SIGNING_KEY } from './support/live-settings.ts'
import { textRequest } from './support/message-bird-requests.ts'
import { openDesk } from './support/open-desk.ts'
import { signWebhook } from './support/sign-webhook.ts'
import { CUSTOMER, WiredDesk } from './support/wired-desk.ts'

let instruments: FakeInstruments
let wired: WiredDesk

beforeEach(async () => {
  instruments = new FakeInstruments()
  wired = await WiredDesk.open({ overrides: instruments })
})

async function read(): Promise<Checklist> {
  const [inbox] = (await wired.desk.owner.get('/api/inboxes')).json().items
  return (await wired.desk.owner.get(`/api/inboxes/${inbox.id}/checklist`)).json()
}

async function step(id: ChecklistStep['id']): Promise<ChecklistStep | undefined> {
  return (await read()).steps.find((one) => one.id === id)
}

/** A text that MessageBird sent and signed for another address. */
function textTo(origin: string, headers: Record<string, string>) {
  const { target, body = '', contentType = '' } = textRequest({ from: CUSTOMER, to: DESK_NUMBER, body: 'Hello' })
  const token = signWebhook({ url: origin + target, body, signingKey: SIGNING_KEY, now: wired.desk.clock.now() })
  return wired.desk.app.inject({
    method: 'POST',
    url: target,
    payload: body,
    headers: { 'content-type': contentType, 'messagebird-signature-jwt': token, ...headers },
  })
}

describe('the checklist of a number', () => {
  it('waits for the first text, and is done once it came', async () => {
    expect(await read()).toMatchObject({ number: DESK_NUMBER, ready: false })
    expect(await step('first-text')).toMatchObject({ state: 'waiting', cure: expect.stringContaining(DESK_NUMBER) })
    await wired.text('Hello')
    const at = new Date(wired.desk.clock.now()).toISOString()
    wired.desk.clock.advance(60_000)
    expect(await step('first-text')).toMatchObject({ state: 'ok', at })
    expect(await read()).toMatchObject({ ready: true })
  })

  it('shows the balance, or that the key is refused, found out anew once the old word is too old', async () => {
    expect(await step('account')).toMatchObject({ state: 'ok', sentence: expect.stringContaining('12.50 euros') })
    instruments.accountReading = { kind: 'refused' }
    wired.desk.clock.advance(29_999)
    expect((await step('account'))?.state).toBe('ok')
    expect(instruments.asked).toBe(1)
    wired.desk.clock.advance(1)
    expect(await step('account')).toMatchObject({
      state: 'failed',
      cure: expect.stringContaining('MESSAGEBIRD_API_KEY'),
    })
    instruments.accountReading = { kind: 'unreachable' }
    wired.desk.clock.advance(5_000)
    expect((await step('account'))?.sentence).toContain('could not be asked')
  })

  it('shows whether PUBLIC_URL leads here', async () => {
    expect(await step('address')).toMatchObject({ state: 'ok', sentence: expect.stringContaining(PUBLIC_URL) })
    instruments.addressReading = { kind: 'unreachable', reason: 'unknown-host' }
    wired.desk.clock.advance(30_000)
    expect(await step('address')).toMatchObject({ state: 'failed', cure: expect.stringContaining('set PUBLIC_URL') })
  })

  it('shows a refusal with its cure, until a text is taken', async () => {
    const request = textRequest({ from: CUSTOMER, to: DESK_NUMBER, body: 'Hello' })
    await wired.deliver(request, wired.sign(request, 'another key'))
    const at = new Date(wired.desk.clock.now()).toISOString()
    expect(await step('refusals')).toMatchObject({
      state: 'failed',
      at,
      cure: expect.stringContaining('not the API key'),
    })
    await wired.text('Hello')
    expect((await step('refusals'))?.state).toBe('ok')
  })

  it.each([
    ['the Host', { host: 'b2.example.org' }],
    ['the name that a proxy passes on', { host: '127.0.0.1:8080', 'x-forwarded-host': 'b2.example.org' }],
  ])('notices by %s that texts arrive at another address than PUBLIC_URL', async (_, headers) => {
    expect((await textTo('https://b2.example.org', headers)).statusCode).toBe(401)
    const sentence = `Texts are arriving at https://b2.example.org/webhooks/messagebird, but PUBLIC_URL is ${PUBLIC_URL}.`
    expect(await step('public-url')).toMatchObject({ state: 'failed', sentence })
    expect((await step('refusals'))?.cure).toContain(sentence)
    await wired.text('Hello')
    expect((await step('public-url'))?.state).toBe('ok')
  })

  it('believes no Host that the signature does not confirm', async () => {
    await textTo('https://b2.example.org', { host: 'evil.example.org' })
    expect((await step('public-url'))?.state).toBe('ok')
    expect(await step('refusals')).toMatchObject({
      state: 'failed',
      cure: expect.stringContaining('another URL than https://desk.example.org/webhooks/messagebird'),
    })
  })

  it('hides no reason behind the many that followed it', async () => {
    const request = textRequest({ from: CUSTOMER, to: DESK_NUMBER, body: 'Hello' })
    for (let i = 0; i < 70; i += 1) await wired.deliver(request, wired.sign(request, 'another key'))
    expect((await step('refusals'))?.cure).toContain('not the API key')
  })

  it('belongs to an inbox that is here', async () => {
    expect((await wired.desk.owner.get('/api/inboxes/none/checklist')).statusCode).toBe(404)
  })

  it('tells a simulated desk how to go live', async () => {
    const { owner } = await openDesk()
    const [inbox] = (await owner.get('/api/inboxes')).json().items
    const { steps, ready }: Checklist = (await owner.get(`/api/inboxes/${inbox.id}/checklist`)).json()
    expect(ready).toBe(false)
    expect(steps.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'account waiting',
      'address waiting',
      'public-url waiting',
      'first-text waiting',
      'refusals waiting',
    ])
  })
})

describe('pages hear', () => {
  it('of a refusal and of the first text, not of every one', async () => {
    const { app, owner } = wired.desk
    const url = await app.listen({ port: 0, host: '127.0.0.1' })
    const page = await EventReader.open(url, { cookie: owner.cookie, host: 'localhost:8080' })
    onTestFinished(() => page.close())
    const isNews = ({ event }: { event: string }) => event === 'desk'
    const request = textRequest({ from: CUSTOMER, to: DESK_NUMBER, body: 'Hello' })
    await wired.deliver(request, 'forged')
    expect(await page.next(isNews)).toEqual({ event: 'desk', data: { what: 'webhooks' } })
    page.events.length = 0
    await wired.text('Hello')
    expect(await page.next(isNews)).toEqual({ event: 'desk', data: { what: 'webhooks' } })
  })
})
