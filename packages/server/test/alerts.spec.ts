import { FakeAlertChannel } from '@textdesk/core/testing'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { HealthMonitor } from '../src/workers/health-monitor.ts'
import { EventReader } from './support/event-reader.ts'
import { FakeInstruments } from './support/fake-instruments.ts'
import { DESK_NUMBER } from './support/live-settings.ts'
import { textRequest } from './support/message-bird-requests.ts'
import { CUSTOMER, WiredDesk } from './support/wired-desk.ts'

const GIB = 1024 ** 3
const FULL = { databaseBytes: 0, disk: { freeBytes: GIB / 2, totalBytes: 100 * GIB } }

let instruments: FakeInstruments
let alertChannel: FakeAlertChannel
let wired: WiredDesk
beforeEach(async () => {
  instruments = new FakeInstruments()
  alertChannel = new FakeAlertChannel()
  wired = await WiredDesk.open({ overrides: { ...instruments, alertChannel } })
})

const goRound = () => wired.desk.container.resolve(HealthMonitor).goRound()
const open = async () => (await wired.desk.owner.get('/api/alerts')).json().items

describe('alerts', () => {
  it('are listed for owners while they last, and told outside the page', async () => {
    const { storage } = instruments
    instruments.storageUse = FULL
    expect(await storage.read()).toBe(FULL)
    await goRound()
    const since = new Date(wired.desk.clock.now()).toISOString()
    const alert = { kind: 'disk-nearly-full', since, sentence: expect.stringContaining('0.5 GiB left') }
    expect(await open()).toMatchObject([alert])
    expect((await wired.desk.owner.get('/api/system')).json().alerts).toMatchObject({ channel: true, open: [alert] })
    expect(await wired.metrics()).toMatch(/^textdesk_incidents_open\{kind="disk-nearly-full"\} 1$/m)
    instruments.storageUse = new FakeInstruments().storageUse
    await goRound()
    expect(await open()).toEqual([])
    expect(alertChannel.told.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'disk-nearly-full open',
      'disk-nearly-full resolved',
    ])
  })

  it('speak up when webhooks are refused again and again, and are over when one is taken', async () => {
    const request = textRequest({ from: CUSTOMER, to: DESK_NUMBER, body: 'Hello' })
    for (let i = 0; i < 3; i += 1) await wired.deliver(request, wired.sign(request, 'another key'))
    await goRound()
    expect(await open()).toMatchObject([
      { kind: 'webhooks-refused', sentence: expect.stringMatching(/^3 webhooks were refused.*not the API key/) },
    ])
    wired.desk.clock.advance(600_000)
    await wired.text('Hello')
    await goRound()
    expect(await open()).toEqual([])
  })

  it('are not raised by whoever finds the address', async () => {
    const request = textRequest({ from: CUSTOMER, to: DESK_NUMBER, body: 'Hello' })
    for (let i = 0; i < 5; i += 1) await wired.deliver(request, null)
    await goRound()
    expect(await open()).toEqual([])
  })

  it('name no phone number', async () => {
    await wired.text('Hello')
    wired.desk.gateway.answer({ kind: 'retry-later', reason: 'throttled', retryAfterMs: 600_000, pausesNumber: true })
    await wired.reply('Hi')
    await wired.passHold()
    await goRound()
    expect(alertChannel.told).toMatchObject([{ kind: 'number-paused' }])
    expect(JSON.stringify(alertChannel.told)).not.toMatch(/\d{7}555|\+1202/)
  })

  it('are announced to open pages', async () => {
    const { app, owner } = wired.desk
    const url = await app.listen({ port: 0, host: '127.0.0.1' })
    const page = await EventReader.open(url, { cookie: owner.cookie, host: 'localhost:8080' })
    onTestFinished(() => page.close())
    instruments.storageUse = FULL
    await goRound()
    const heard = await page.next(({ event, data }) => event === 'desk' && data.what === 'alerts')
    expect(heard.data).toEqual({ what: 'alerts' })
  })
})
