import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { WebhookJournal } from '../../src/http/webhooks/webhook-journal.ts'
import { HealthMonitor } from '../../src/workers/health-monitor.ts'
import { tinyServer } from '../support/tiny-server.ts'
import { openTwoDesks } from '../support/two-desks.ts'

const MINUTE = 60_000
const REFUSED = { reason: 'signature', cure: 'Set the key.', signed: true, arrivedAt: null }
const TAKEN = { repeated: false, inboxId: null, genuine: true }

/** What the owner's alert webhook hears of two servers. */
async function openWatched() {
  const told: string[] = []
  const url = await tinyServer(async (request, response) => {
    const alert = JSON.parse(await text(request))
    told.push(`${alert.kind} ${alert.state}`)
    response.end()
  })
  const desks = await openTwoDesks({ env: { ALERT_WEBHOOK_URL: `${url}/alerts` } })
  const rounds = () => desks.atOnce(({ container }) => container.resolve(HealthMonitor).goRound())
  const [refusing, taking] = desks.both.map(({ container }) => container.resolve(WebhookJournal))
  if (!refusing || !taking) throw new Error('There are two servers')
  return { ...desks, told, rounds, refusing, taking }
}

describe('alerts of two servers', () => {
  it('are told once when trouble begins and once when it is over', async () => {
    const { clock, told, rounds, both } = await openWatched()
    const pause = (until: number | null) =>
      both[0].persistence.unitOfWork.run(async ({ inboxes }) => {
        for (const inbox of await inboxes.list()) await inboxes.save({ ...inbox, pausedUntil: until })
      })
    await pause(clock.now() + 60 * MINUTE)
    for (let round = 0; round < 3; round += 1) {
      await rounds()
      clock.advance(MINUTE)
    }
    expect(told).toEqual(['number-paused open'])
    await pause(null)
    for (let round = 0; round < 3; round += 1) {
      await rounds()
      clock.advance(MINUTE)
    }
    expect(told).toEqual(['number-paused open', 'number-paused resolved'])
  })

  it('do not come and go while one server refuses webhooks and the other one takes them', async () => {
    const { clock, told, rounds, refusing, taking } = await openWatched()
    for (let minute = 0; minute < 20; minute += 1) {
      refusing.recordRefusal({ at: clock.now(), ...REFUSED })
      taking.recordText({ at: clock.now() + 1, ...TAKEN })
      await rounds()
      clock.advance(MINUTE)
    }
    expect(told).toEqual(['webhooks-refused open'])
    clock.advance(10 * MINUTE)
    taking.recordText({ at: clock.now(), ...TAKEN })
    await rounds()
    await rounds()
    expect(told).toEqual(['webhooks-refused open', 'webhooks-refused resolved'])
  })
})
