import { beforeEach, describe, expect, inject, it } from 'vitest'
import { FakeInstruments } from './support/fake-instruments.ts'
import { DESK_NUMBER } from './support/live-settings.ts'
import { openDesk } from './support/open-desk.ts'
import { WiredDesk } from './support/wired-desk.ts'

let instruments: FakeInstruments
let wired: WiredDesk
beforeEach(async () => {
  instruments = new FakeInstruments()
  wired = await WiredDesk.open({ overrides: instruments })
})

const read = async () => (await wired.desk.owner.get('/api/system')).json()
const metrics = async () => (await wired.desk.app.inject('/metrics')).body

describe('the system page', () => {
  it('begins with a desk at rest', async () => {
    const { owner, clock } = wired.desk
    clock.advance(90_500)
    expect(await read()).toMatchObject({
      at: new Date(clock.now()).toISOString(),
      uptimeSeconds: 90,
      versions: { textdesk: expect.stringMatching(/^\d+\.\d+\.\d+/), node: process.versions.node },
      webhooks: { received: 0, repeated: 0, refused: 0, refusedByReason: [], lastTakenAt: null, lastRefusal: null },
      numbers: [{ number: DESK_NUMBER, simulated: false, lastTextAt: null, pausedUntil: null }],
      queue: { waiting: 0, due: 0, sending: 0, oldestDueAt: null },
      trouble: { uncertain: 0, expired: 0, failed: 0 },
      account: { state: 'ok', balance: { amount: 12.5, unit: 'euros' } },
      storage: { databaseBytes: 4_096, freeBytes: 50 * 1024 ** 3 },
      dispatcher: 'failing',
      alerts: { channel: false, open: [] },
    })
    expect((await read()).versions.database).toMatch(inject('postgres') ? /^PostgreSQL \d\d/ : /^SQLite 3\./)
    expect((await owner.get('/api/system')).statusCode).toBe(200)
  })

  it('counts what came, what waits, what was sent and what went wrong', async () => {
    const { clock, gateway } = wired.desk
    await wired.text('Hello')
    const textAt = new Date(clock.now()).toISOString()
    await wired.dispatch()
    await wired.deliver({ method: 'POST', target: '/webhook', body: 'payload=x' }, 'forged')
    gateway.answer({ kind: 'rejected', reason: 'invalid-recipient', detail: '' })
    await wired.reply('One')
    await wired.passHold()
    gateway.answer({ kind: 'uncertain', reason: 'no answer' })
    await wired.reply('Two')
    await wired.passHold()
    await wired.reply('Three')
    clock.advance(60_000)
    expect(await read()).toMatchObject({
      webhooks: { received: 1, refused: 1, refusedByReason: [{ count: 1 }], lastTakenAt: textAt },
      numbers: [{ lastTextAt: textAt }],
      queue: { waiting: 0, due: 1, oldestDueAt: new Date(clock.now() - 55_000).toISOString() },
      trouble: { uncertain: 1, expired: 0, failed: 1 },
      sends: { accepted: 1, rejected: 1, retryLater: 0, uncertain: 1 },
    })
  })

  it('shows a number that has to wait, for as long as it does', async () => {
    const { clock, gateway } = wired.desk
    await wired.text('Hello')
    await wired.dispatch()
    gateway.answer({ kind: 'retry-later', reason: 'throttled', retryAfterMs: 600_000, pausesNumber: true })
    await wired.reply('Hi')
    await wired.passHold()
    const pausedUntil = new Date(clock.now() + 600_000).toISOString()
    expect(await read()).toMatchObject({ numbers: [{ pausedUntil }], sends: { retryLater: 1 } })
    clock.advance(600_000)
    expect(await read()).toMatchObject({ numbers: [{ pausedUntil: null }] })
  })

  it('says how many rows search has still to learn', async () => {
    await wired.text('Hello')
    // The file's index is written after the text, the one of PostgreSQL with it.
    const isFound = (await wired.list('view=all&q=Hello')).length > 0
    expect(isFound).toBe(inject('postgres') !== undefined)
    expect((await read()).search.behind).toBe(isFound ? 0 : 3)
    await wired.desk.persistence.settleSearch()
    expect((await read()).search.behind).toBe(0)
    expect(await wired.list('view=all&q=Hello')).toEqual([1])
  })

  it('asks no provider on a simulated desk', async () => {
    const { owner } = await openDesk()
    expect((await owner.get('/api/system')).json()).toMatchObject({
      account: { state: 'waiting', balance: null },
      numbers: [{ simulated: true }],
    })
  })
})

describe('the metrics', () => {
  it('say in figures what the system page says', async () => {
    await wired.text('Hello')
    await wired.dispatch()
    await wired.reply('Hi')
    wired.desk.clock.advance(65_000)
    const figures = await metrics()
    for (const line of [
      /^textdesk_texts_received_total 1$/m,
      /^textdesk_outbox_messages\{state="waiting"\} 0$/m,
      /^textdesk_outbox_messages\{state="due"\} 1$/m,
      /^textdesk_outbox_messages\{state="sending"\} 0$/m,
      /^textdesk_outbox_oldest_due_age_seconds 60$/m,
      /^textdesk_messages_unsettled\{state="failed"\} 0$/m,
      /^textdesk_sends_total\{outcome="accepted"\} 1$/m,
      /^textdesk_sends_total\{outcome="retry_later"\} 0$/m,
      inject('postgres') ? /^textdesk_search_lag_rows 0$/m : /^textdesk_search_lag_rows 4$/m,
      /^textdesk_event_streams 0$/m,
      /^textdesk_dispatcher_healthy 0$/m,
      /^textdesk_last_text_timestamp_seconds\{inbox="[\w-]+"\} \d+/m,
      /^textdesk_build_info\{version="[\d.]+"\} 1$/m,
    ])
      expect(figures).toMatch(line)
  })

  it('are named as Prometheus wants them, and hold no number and no text', async () => {
    await wired.text('Hello')
    const figures = await metrics()
    const types = [...figures.matchAll(/^# TYPE (textdesk_\w+) (\w+)$/gm)]
    expect(types.length).toBeGreaterThan(10)
    expect(types.filter(([, name, type]) => (type === 'counter') !== name?.endsWith('_total'))).toEqual([])
    expect(figures).not.toMatch(/12025550|Hello/)
  })

  it('never count back', async () => {
    await wired.text('Hello')
    await metrics()
    await wired.text('Hello again')
    expect(await metrics()).toMatch(/^textdesk_texts_received_total 2$/m)
  })
})
