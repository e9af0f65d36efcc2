import { createServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FakeMessageBird } from '../../../test/support/fake-message-bird.ts'
import type { FakeMode } from '../../../test/support/fake-message-bird-answers.ts'
import { redirectMessageBird } from '../../../test/support/redirect-message-bird.ts'
import { MessageBirdGateway } from './message-bird-gateway.ts'

const text = { id: '0192f0c4-7b1e', from: '+12025550199', to: '+12025550123', body: 'On its way 🚲' }
const reportUrl = 'https://desk.example/webhooks/messagebird/status'

let provider: FakeMessageBird
let undo: () => void

beforeEach(async () => {
  provider = await FakeMessageBird.start()
  undo = redirectMessageBird(provider.url)
})
afterEach(async () => {
  undo()
  await provider.stop()
})

function gateway({ accessKey = 'test_key', deadlineMs = 5_000 } = {}): MessageBirdGateway {
  return new MessageBirdGateway({ accessKey, reportUrl, deadlineMs })
}

describe('a text that is taken', () => {
  it('carries our id and where to report', async () => {
    const outcome = await gateway().send(text)
    const { id, ...taken } = provider.texts[0] ?? { id: '' }
    expect(outcome).toEqual({ kind: 'accepted', providerMessageId: id })
    expect(taken).toEqual({
      takenAt: expect.any(Number),
      reference: text.id,
      originator: '12025550199',
      recipient: '12025550123',
      body: text.body,
      datacoding: 'auto',
      reportUrl,
    })
  })

  it('leaves the text it was given untouched', async () => {
    const frozen = Object.freeze({ ...text })
    const sender = gateway()
    expect((await sender.send(frozen)).kind).toBe('accepted')
    expect((await sender.send(frozen)).kind).toBe('accepted')
    expect(provider.texts.map(({ recipient }) => recipient)).toEqual(['12025550123', '12025550123'])
  })

  it('is still accepted when the answer takes its time', async () => {
    provider.answerWith('slow')
    expect((await gateway().send(text)).kind).toBe('accepted')
  })

  it('keeps many sends apart, and no connection between them', async () => {
    const warnings: Error[] = []
    const warn = (warning: Error): void => void warnings.push(warning)
    process.on('warning', warn)
    const sender = gateway()
    const ids = Array.from({ length: 20 }, (_, index) => `m${index}`)
    const outcomes = await Promise.all(ids.map((id) => sender.send({ ...text, id })))
    for (const id of ids) await sender.send({ ...text, id: `again-${id}` })
    process.off('warning', warn)
    const byReference = new Map(provider.texts.map((taken) => [taken.reference, taken.id]))
    expect(outcomes).toEqual(ids.map((id) => ({ kind: 'accepted', providerMessageId: byReference.get(id) })))
    expect(warnings).toEqual([])
  })
})

const REJECTED = { kind: 'rejected' }
const LATER = { kind: 'retry-later' }
const UNCERTAIN = { kind: 'uncertain' }

describe('the outcome of every answer', () => {
  it.each<[FakeMode, object, number]>([
    [
      'not-allowed',
      { ...REJECTED, reason: 'not-allowed', detail: 'Request not allowed (incorrect access_key) (code 2)' },
      0,
    ],
    ['no-recipient', { ...REJECTED, reason: 'invalid-recipient', detail: 'no (correct) recipients found (code 9)' }, 0],
    ['bad-originator', { ...REJECTED, reason: 'rejected' }, 0],
    ['not-found', { ...REJECTED, reason: 'rejected' }, 0],
    ['bad-request', { ...REJECTED, reason: 'rejected' }, 0],
    ['no-balance', { ...REJECTED, reason: 'no-balance' }, 0],
    ['forbidden-page', { ...REJECTED, reason: 'rejected', detail: 'HTTP 403' }, 0],
    ['throttled', { ...LATER, retryAfterMs: null, pausesNumber: true }, 0],
    ['throttled-with-delay', { ...LATER, retryAfterMs: 7_000, pausesNumber: true }, 0],
    ['server-error', { ...UNCERTAIN, reason: 'unclear answer: HTTP 500' }, 0],
    ['server-error-after-accept', UNCERTAIN, 1],
    ['gateway-page', UNCERTAIN, 0],
    ['page', UNCERTAIN, 0],
    ['empty', UNCERTAIN, 1],
    ['garbage', UNCERTAIN, 1],
    ['no-id', UNCERTAIN, 1],
    ['cut', UNCERTAIN, 1],
    ['reset-before-body', UNCERTAIN, 0],
    ['reset-after-body', { ...UNCERTAIN, reason: 'no answer' }, 1],
  ])('%s', async (mode, outcome, taken) => {
    provider.answerWith(mode)
    expect(await gateway().send(text)).toMatchObject(outcome)
    expect([provider.requests, provider.texts.length]).toEqual([1, taken])
  })

  it.each<[FakeMode]>([['silent'], ['drip']])('%s, past the deadline', async (mode) => {
    provider.answerWith(mode)
    const started = performance.now()
    expect(await gateway({ deadlineMs: 200 }).send(text)).toMatchObject(UNCERTAIN)
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(provider.texts).toHaveLength(1)
  })

  it('with a wrong key', async () => {
    expect(await gateway({ accessKey: 'other' }).send(text)).toMatchObject({ ...REJECTED, reason: 'not-allowed' })
  })

  it('with a key that fits into no header', async () => {
    expect(await gateway({ accessKey: 'two\nlines' }).send(text)).toMatchObject({ ...LATER, pausesNumber: false })
    expect(provider.requests).toBe(0)
  })
})

describe('without a connection it is later', () => {
  const notReachable = { ...LATER, pausesNumber: false, retryAfterMs: null }

  it.each([
    ['nobody listens', () => new URL('http://127.0.0.1:1'), 'ECONNREFUSED'],
    ['the name is unknown', () => new URL('http://messagebird.invalid'), /ENOTFOUND|EAI_AGAIN/],
    ['the other side speaks no TLS', () => new URL(provider.url.href.replace('http:', 'https:')), 'EPROTO|ERR_SSL'],
  ])('since %s', async (_, target, code) => {
    undo()
    undo = redirectMessageBird(target())
    const outcome = await gateway().send(text)
    expect(outcome).toMatchObject({ ...notReachable, reason: expect.stringMatching(code) })
    expect(provider.texts).toEqual([])
  })

  it.each([
    ['hangs up', (server: Server) => server.on('connection', (socket) => socket.destroy())],
    ['stays silent', (server: Server) => server.on('connection', (socket) => socket.resume())],
  ])('since the other side %s during the TLS handshake', async (_, behave) => {
    const server = behave(createServer())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    undo()
    undo = redirectMessageBird(new URL(`https://127.0.0.1:${port}`))
    expect(await gateway({ deadlineMs: 300 }).send(text)).toMatchObject(notReachable)
    await new Promise((resolve) => server.close(resolve))
  })
})
