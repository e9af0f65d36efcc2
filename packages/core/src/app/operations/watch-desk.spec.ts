import { beforeEach, describe, expect, it } from 'vitest'
import { aDelivery, aReply } from '../../../testing/builders.ts'
import { FakeAlertChannel } from '../../../testing/fakes/fake-alert-channel.ts'
import { TestDesk } from '../../../testing/test-desk.ts'
import type { StorageUse } from '../../domain/incident/storage-use.ts'
import type { Change } from '../../ports/change-feed.ts'
import { TellIncidents } from './tell-incidents.ts'
import { WatchDesk } from './watch-desk.ts'

const GIB = 1024 ** 3
const MINUTE = 60_000
const HOUR = 60 * MINUTE

class WatchedDesk {
  readonly desk: TestDesk
  readonly channel = new FakeAlertChannel()
  disk: StorageUse['disk'] = { freeBytes: 50 * GIB, totalBytes: 100 * GIB }
  lastTakenAt: number | null = null
  refusedAt: number[] = []
  readonly #startedAt: number

  constructor(desk: TestDesk) {
    this.desk = desk
    this.#startedAt = desk.clock.now()
  }

  /** As if by a process of its own each time. */
  async round(): Promise<void> {
    const { deskQueries, systemQueries } = this.desk.memory
    const storage = { read: async () => ({ databaseBytes: 0, disk: this.disk }) }
    const watch = new WatchDesk({ ...this.desk.deps, deskQueries, systemQueries, storage })
    const { refusedAt, lastTakenAt } = this
    const at = refusedAt.at(-1)
    const lastRefusal = at === undefined ? null : { at, cure: 'Set the key.' }
    await watch.execute({ webhooks: { startedAt: this.#startedAt, refusedAt, lastRefusal, lastTakenAt } })
    await new TellIncidents({ ...this.desk.deps, alertChannel: this.channel }).execute()
  }

  async open(): Promise<string[]> {
    return (await this.desk.memory.systemQueries.listOpenIncidents()).map(({ kind }) => kind)
  }

  get told(): string[] {
    return this.channel.told.map(({ kind, state }) => `${kind} ${state}`)
  }
}

describe('watching the desk', () => {
  let watched: WatchedDesk
  beforeEach(async () => {
    watched = new WatchedDesk(await TestDesk.open())
  })

  it('finds nothing on a desk that is well', async () => {
    await watched.round()
    expect([await watched.open(), watched.told]).toEqual([[], []])
  })

  it('tells once that the disk is nearly full and once that it is not any more, however often it looks', async () => {
    watched.disk = { freeBytes: GIB / 2, totalBytes: 100 * GIB }
    for (let i = 0; i < 3; i += 1) await watched.round()
    expect([await watched.open(), watched.told]).toEqual([['disk-nearly-full'], ['disk-nearly-full open']])
    watched.disk = { freeBytes: 50 * GIB, totalBytes: 100 * GIB }
    for (let i = 0; i < 3; i += 1) await watched.round()
    expect([await watched.open(), watched.told]).toEqual([[], ['disk-nearly-full open', 'disk-nearly-full resolved']])
    const [began, ended] = watched.channel.told
    expect(began?.id).toBe(ended?.id)
    expect(ended?.sentence).toBe(`Over: ${began?.sentence}`)
  })

  it('tells later what could not be told', async () => {
    watched.channel.works = false
    watched.disk = { freeBytes: 0, totalBytes: GIB }
    await watched.round()
    watched.channel.works = true
    await watched.round()
    expect(watched.told).toEqual([])
    watched.desk.clock.advance(30_000)
    await watched.round()
    expect(watched.told).toEqual(['disk-nearly-full open'])
  })

  it('announces what begins and what ends, and nothing in between', async () => {
    const heard: Change[] = []
    watched.desk.memory.changeFeed.subscribe((changes) => heard.push(...changes))
    watched.disk = { freeBytes: 0, totalBytes: GIB }
    for (let i = 0; i < 3; i += 1) await watched.round()
    expect(heard).toEqual([{ kind: 'desk', what: 'alerts' }])
  })

  it('sees refused webhooks and a number that has to wait, apart from each other', async () => {
    const { desk } = watched
    const now = desk.clock.now()
    watched.refusedAt = [now, now, now]
    await desk.write(({ inboxes }) => inboxes.save({ ...desk.inbox, pausedUntil: now + HOUR }))
    await watched.round()
    expect((await watched.open()).toSorted()).toEqual(['number-paused', 'webhooks-refused'])
    desk.clock.advance(30 * MINUTE)
    watched.lastTakenAt = desk.clock.now()
    await watched.round()
    expect(await watched.open()).toEqual(['number-paused'])
  })

  it('hears a silence where texts usually come, and the text that ends it', async () => {
    await receiveHourly(watched.desk, 15)
    watched.desk.clock.advance(2 * HOUR)
    await watched.round()
    expect(await watched.open()).toEqual(['silence'])
    await watched.desk.receive('Hello')
    await watched.round()
    expect(watched.told).toEqual(['silence open', 'silence resolved'])
  })

  it('sees that far fewer texts of a number arrive than usual, and that they do again', async () => {
    const { desk } = watched
    const hour = async (delivered: number) => {
      await storeDeliveries(desk, delivered)
      desk.clock.advance(HOUR)
    }
    for (const delivered of [18, 19, 20]) await hour(delivered)
    await hour(9)
    desk.clock.advance(15 * MINUTE)
    await watched.round()
    expect(await watched.open()).toEqual(['few-delivered'])
    expect(watched.channel.told[0]?.sentence).toContain('45 % are known to have arrived; 95 % are usual')
    desk.clock.advance(-15 * MINUTE)
    await hour(17)
    desk.clock.advance(15 * MINUTE)
    await watched.round()
    expect(watched.told).toEqual(['few-delivered open', 'few-delivered resolved'])
  })

  it('hears no silence on a practice number', async () => {
    watched = new WatchedDesk(await TestDesk.open({ provider: 'simulated' }))
    await receiveHourly(watched.desk, 15)
    watched.desk.clock.advance(2 * HOUR)
    await watched.round()
    expect(await watched.open()).toEqual([])
  })

  it('forgets what has been over for three months', async () => {
    watched.disk = { freeBytes: 0, totalBytes: GIB }
    await watched.round()
    watched.disk = null
    await watched.desk.write(async ({ incidents }) => {
      const [open] = await incidents.listOpen()
      if (open) await incidents.save({ ...open, id: open.id, resolvedAt: watched.desk.clock.now() })
    })
    const id = watched.channel.told[0]?.id ?? ''
    const find = () => watched.desk.write(({ incidents }) => incidents.find(id))
    await watched.round()
    expect(await find()).not.toBeNull()
    watched.desk.clock.advance(91 * 24 * HOUR)
    await watched.round()
    expect(await find()).toBeNull()
  })
})

/** Six texts in every hour of so many days. */
async function receiveHourly(desk: TestDesk, days: number): Promise<void> {
  for (let hour = 0; hour < days * 24; hour += 1) {
    for (let i = 0; i < 6; i += 1) await desk.receive('Hello')
    desk.clock.advance(HOUR)
  }
}

/** Twenty texts that the desk sent now; so many are known to have arrived. */
async function storeDeliveries(desk: TestDesk, delivered: number): Promise<void> {
  const ticket = { number: 1, inboxId: desk.inbox.id, contactId: 'somebody' }
  await desk.write(async ({ messages }) => {
    for (let n = 0; n < 20; n += 1) {
      const delivery = aDelivery({ state: n < delivered ? 'delivered' : 'sent' })
      await messages.add(aReply(ticket, { seq: desk.clock.now() / 1_000 + n, at: desk.clock.now(), delivery }))
    }
  })
}
