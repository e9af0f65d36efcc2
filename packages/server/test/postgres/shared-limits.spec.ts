import { useCases } from '@textdesk/core'
import { FakeMessageArchive } from '@textdesk/core/testing'
import { describe, expect, it } from 'vitest'
import { CleanupWorker } from '../../src/workers/cleanup-worker.ts'
import { Reconciler } from '../../src/workers/reconciler.ts'
import { DESK_NUMBER } from '../support/live-settings.ts'
import { OWNER } from '../support/open-desk.ts'
import { openTwoDesks, type ServerOfTwo, type TwoDesks } from '../support/two-desks.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

const phone = (index: number) => `+120255501${String(index).padStart(2, '0')}`

/** As many at once as each server has connections for, also where the processors are busy with something else. */
const AT_ONCE = 20

/** Customers text, each server getting every other one of them. */
async function receive({ both }: TwoDesks, count: number): Promise<void> {
  const take = (index: number) => {
    const { container } = both[index % 2 === 0 ? 0 : 1]
    const from = { kind: 'phone', value: phone(index) } as const
    const said = { provider: 'messagebird', from, to: DESK_NUMBER, body: `Text ${index}`, receiptKey: null } as const
    return container.resolve(useCases.receiveText).execute({ ...said, signature: null })
  }
  for (let first = 0; first < count; first += AT_ONCE) {
    const length = Math.min(AT_ONCE, count - first)
    await Promise.all(Array.from({ length }, (_, place) => take(first + place)))
  }
}

const claim = ({ container }: ServerOfTwo) => container.resolve(useCases.claimDueMessages).execute({ limit: 100 })
const change = ({ both: [{ persistence }] }: TwoDesks, inbox: object) =>
  persistence.unitOfWork.run(async ({ inboxes }) => {
    const own = (await inboxes.list()).find(({ number }) => number === DESK_NUMBER)
    if (own) await inboxes.save({ ...own, ...inbox })
  })

describe('what holds across servers', () => {
  it('guesses at a password count together, also those made at the same moment', async () => {
    const { both, clock } = await openTwoDesks()
    const guess = (index: number) =>
      both[index % 2 === 0 ? 0 : 1].client.post('/api/session', { email: OWNER.email, password: `guess ${index}` })
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => guess(index)))
    const codes = answers.map((answer) => answer.json().code).sort()
    expect(codes).toEqual([...Array(9).fill('sign-in-delayed'), ...Array(3).fill('sign-in-refused')])
    clock.advance(SECOND)
    expect((await guess(0)).json().code).toBe('sign-in-refused')
    expect((await guess(1)).json()).toMatchObject({ code: 'sign-in-delayed' })
  })

  it('a number keeps its pace, whoever sends', async () => {
    const desks = await openTwoDesks()
    await change(desks, { textsPerSecond: 10 })
    await receive(desks, 50)
    const claimed = async () => {
      let texts = 0
      for (let round = 0; round < 3; round += 1)
        texts += (await desks.atOnce(claim)).reduce((sum, { messageIds }) => sum + messageIds.length, 0)
      return texts
    }
    expect(await claimed()).toBe(10)
    desks.clock.advance(SECOND)
    expect(await claimed()).toBe(10)
    desks.clock.advance(SECOND / 2)
    expect(await claimed()).toBe(5)
  })

  it('an inbox answers by itself as often as its budget allows, on all servers together', async () => {
    const desks = await openTwoDesks()
    await change(desks, { automaticTextsPerHour: 20, textsPerSecond: 100 })
    await receive(desks, 60)
    const claims = await desks.atOnce(claim)
    expect(claims.flatMap(({ messageIds }) => messageIds)).toHaveLength(20)
  })

  it('a snoozed ticket wakes once', async () => {
    const desks = await openTwoDesks()
    const [{ client, persistence, container }] = desks.both
    const { code } = await container.resolve(useCases.prepareSetUp).execute()
    await client.post('/api/setup', { ...OWNER, code })
    await receive(desks, 10)
    const until = new Date(desks.clock.now() + MINUTE).toISOString()
    const numbers = (await client.get('/api/tickets?view=all'))
      .json()
      .items.map((item: { number: number }) => item.number)
    for (const number of numbers) await client.put(`/api/tickets/${number}/snooze`, { until })
    desks.clock.advance(MINUTE)
    const woken = await desks.atOnce(({ container }) => container.resolve(useCases.wakeSnoozedTickets).execute())
    expect(woken.reduce((sum, one) => sum + one.woken, 0)).toBe(10)
    for (const number of numbers) {
      const page = await persistence.ticketQueries.timeline(number, null, 50)
      const wakes = page?.items.filter((item) => item.type === 'activity' && item.activity.what === 'woken')
      expect(wakes).toHaveLength(1)
    }
  })

  it('servers that tidy at the same moment do not get in each other’s way', async () => {
    const desks = await openTwoDesks()
    const [{ persistence }] = desks.both
    await persistence.unitOfWork.run(async ({ receipts }) => {
      for (let index = 0; index < 50; index += 1) await receipts.claimSignature(`jti ${index}`, desks.clock.now())
    })
    desks.clock.advance(60 * MINUTE)
    const errors: unknown[] = []
    const onError = (error: unknown) => errors.push(error)
    await desks.atOnce(({ container, persistence: { unitOfWork } }) => {
      const releaseTickets = container.resolve(useCases.releaseTickets)
      return new CleanupWorker({ unitOfWork, clock: desks.clock, releaseTickets, onError }).tidy()
    })
    expect(errors).toEqual([])
    const isFree = await persistence.unitOfWork.run(({ receipts }) =>
      receipts.claimSignature('jti 7', desks.clock.now()),
    )
    expect(isFree).toBe(true)
  })
})

describe('the provider’s list of messages', () => {
  const missed = (archive: FakeMessageArchive, at: number) => {
    for (let index = 0; index < 10; index += 1)
      archive.addReceived({ providerId: `p${index}`, from: { kind: 'phone', value: phone(index) }, body: 'Hi', at })
  }
  const bodies = async ({ both: [{ persistence }] }: TwoDesks) => {
    const query = { agentId: 'a', view: 'all', search: null, cursor: null, limit: 100, now: 0 } as const
    const { items } = await persistence.ticketQueries.list(query)
    const pages = await Promise.all(items.map(({ number }) => persistence.ticketQueries.timeline(number, null, 50)))
    return pages
      .flatMap((page) => page?.items ?? [])
      .filter((item) => item.type === 'message' && item.message.direction === 'in')
  }

  it('is read by one server, and by the other a minute after that one was heard of', async () => {
    const archive = new FakeMessageArchive()
    const desks = await openTwoDesks({ overrides: { archives: { messagebird: archive } } })
    const rounds = () => desks.atOnce(({ container }) => container.resolve(Reconciler).goRound())
    await rounds()
    const one = archive.queries.length
    expect(one).toBe(1)
    missed(archive, desks.clock.now())
    desks.clock.advance(3 * MINUTE)
    await rounds()
    expect([archive.queries.length, (await bodies(desks)).length]).toEqual([2, 10])
  })

  it('gives each missed text once, even when both read it at the same moment', async () => {
    const archive = new FakeMessageArchive()
    const desks = await openTwoDesks({ overrides: { archives: { messagebird: archive } } })
    missed(archive, desks.clock.now())
    desks.clock.advance(3 * MINUTE)
    const found = await desks.atOnce(({ container }) => container.resolve(useCases.fetchMissedTexts).execute())
    expect(found.reduce((sum, { fetched }) => sum + fetched, 0)).toBe(10)
    expect(await bodies(desks)).toHaveLength(10)
  })
})
