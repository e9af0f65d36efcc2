import { expect, it } from 'vitest'
import type { Message } from '../src/http/contract/index.ts'
import { WiredDesk } from './support/wired-desk.ts'

it('a reply is one reply however often it is asked for', async () => {
  const wired = await WiredDesk.open()
  await wired.text('Hello')
  const [first, again] = [await wired.reply('Hi', {}, 'key'), await wired.reply('Hi', {}, 'key')]
  expect(again.json()).toEqual(first.json())
  expect((await wired.reply('Something else', {}, 'key')).json()).toMatchObject({
    status: 422,
    code: 'idempotency-key-reused',
  })
  await wired.passHold()
  expect(wired.desk.gateway.sent.filter(({ body }) => body === 'Hi')).toHaveLength(1)
})

it('what is asked for many times at once with one key is one reply, and one note', async () => {
  const wired = await WiredDesk.open()
  await wired.text('Hello')
  const before = (await wired.timeline()).length
  for (const what of ['replies', 'notes']) {
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() =>
        wired.desk.agent.post(`/api/tickets/1/${what}`, { body: 'Hi' }, { 'idempotency-key': what }),
      ),
    )
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([what === 'notes' ? 201 : 202]))
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1)
  }
  expect(await wired.timeline()).toHaveLength(before + 2)
})

it('a reply can be undone while it is held, and then no more', async () => {
  const wired = await WiredDesk.open()
  await wired.text('Hello')
  const undone: Message = (await wired.reply('Wrong')).json()
  expect((await wired.desk.agent.delete(`/api/tickets/1/replies/${undone.id}`)).statusCode).toBe(204)
  expect((await wired.message(undone.id)).delivery).toMatchObject({ state: 'cancelled', reason: 'undone' })
  expect(await wired.list('view=waiting')).toEqual([1])
  const sent: Message = (await wired.reply('Right')).json()
  await wired.passHold()
  expect((await wired.desk.agent.delete(`/api/tickets/1/replies/${sent.id}`)).json()).toMatchObject({
    status: 409,
    code: 'already-sent',
  })
  expect(wired.desk.gateway.sent.map(({ body }) => body)).not.toContain('Wrong')
})

it('a reply leaves at once when asked to', async () => {
  const wired = await WiredDesk.open()
  await wired.text('Hello')
  expect((await wired.reply('Now', { sendNow: true })).json()).toMatchObject({ delivery: { state: 'queued' } })
  await wired.dispatch()
  expect(wired.desk.gateway.sent.at(-1)?.body).toBe('Now')
})

it('a reply that expired needs an agent like one that failed, who sends it again or says that it arrived', async () => {
  const wired = await WiredDesk.open()
  const { desk } = wired
  const counted = async () => (await desk.agent.get('/api/views')).json().attention
  await wired.text('Hello')
  await wired.dispatch()
  const expired: Message = (await wired.reply('Hi')).json()
  await wired.passHold()
  await wired.report({ reference: expired.id, status: 'expired' })
  expect((await wired.message(expired.id)).delivery).toMatchObject({ state: 'expired', needsAgent: true })
  expect([await wired.list('view=attention'), await counted()]).toEqual([[1], 1])

  const again: Message = (await desk.agent.post(`/api/tickets/1/replies/${expired.id}/resend`)).json()
  expect([await wired.list('view=attention'), await counted()]).toEqual([[], 0])
  await wired.dispatch()
  await wired.report({ reference: again.id, status: 'expired' })
  expect(await counted()).toBe(1)
  expect((await desk.agent.put(`/api/tickets/1/replies/${again.id}/arrived`)).statusCode).toBe(204)
  expect((await wired.message(again.id)).delivery).toMatchObject({ state: 'delivered', needsAgent: false })
  expect(await counted()).toBe(0)
})

it('a reply that failed is sent again as a new one, or settled', async () => {
  const wired = await WiredDesk.open()
  const { desk } = wired
  await wired.text('Hello')
  await wired.dispatch()
  const failed: Message = (await wired.reply('Hi')).json()
  await wired.passHold()
  await wired.report({ reference: failed.id, status: 'delivery_failed', errorCode: 1, reason: 'unknown subscriber' })
  expect((await wired.message(failed.id)).delivery).toMatchObject({
    state: 'failed',
    reason: 'unknown-subscriber',
    needsAgent: true,
  })
  expect(await wired.list('view=attention')).toEqual([1])

  const again = await desk.agent.post(`/api/tickets/1/replies/${failed.id}/resend`)
  expect([again.statusCode, again.json()]).toMatchObject([
    202,
    { resendOf: failed.id, body: 'Hi', author: { name: 'Ana' } },
  ])
  expect((await wired.message(failed.id)).delivery).toMatchObject({ needsAgent: false })
  expect((await desk.agent.post(`/api/tickets/1/replies/${failed.id}/resend`)).json()).toMatchObject({
    code: 'not-settleable',
  })

  desk.gateway.answer({ kind: 'uncertain', reason: 'no answer' })
  await wired.dispatch()
  const doubtful: Message = again.json()
  expect((await wired.message(doubtful.id)).delivery).toMatchObject({ state: 'uncertain', needsAgent: false })
  desk.clock.advance(10 * 60_000)
  expect((await wired.message(doubtful.id)).delivery).toMatchObject({ state: 'uncertain', needsAgent: true })
  expect((await desk.agent.put(`/api/tickets/1/replies/${doubtful.id}/arrived`)).statusCode).toBe(204)
  expect((await wired.message(doubtful.id)).delivery).toMatchObject({
    state: 'delivered',
    reason: 'agent',
    needsAgent: false,
  })
  expect(await wired.list('view=attention')).toEqual([])
})
