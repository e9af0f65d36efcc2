import { KNOWN_DEVICE_MS, ReleaseTickets, SESSION_IDLE_MS, UNDOABLE_MS } from '@textdesk/core'
import {
  aReport,
  aTicketAction,
  FixedClock,
  MemoryDesk,
  SequentialIds,
  storeAgent,
  storeInbox,
  storeScene,
  storeStranger,
} from '@textdesk/core/testing'
import { expect, it } from 'vitest'
import { CleanupWorker, REPORT_HELD_MS, SIGNATURE_KEPT_MS } from './cleanup-worker.ts'

function aDesk() {
  const clock = new FixedClock()
  const { unitOfWork } = new MemoryDesk()
  const errors: unknown[] = []
  const releaseTickets = new ReleaseTickets({ unitOfWork, clock, ids: new SequentialIds() })
  const onError = (error: unknown) => errors.push(error)
  const cleanupWorker = new CleanupWorker({ unitOfWork, clock, releaseTickets, onError })
  const claim = (jti: string) => unitOfWork.run(({ receipts }) => receipts.claimSignature(jti, clock.now()))
  return { clock, cleanupWorker, claim, unitOfWork, errors }
}

it('forgets a signature id ten minutes after its end, and not before', async () => {
  const { clock, cleanupWorker, claim } = aDesk()
  await claim('old')
  clock.advance(SIGNATURE_KEPT_MS - 1_000)
  await cleanupWorker.tidy()
  expect(await claim('old')).toBe(false)
  clock.advance(2_000)
  await cleanupWorker.tidy()
  expect(await claim('old')).toBe(true)
})

it('remembers what agents did to tickets for an hour', async () => {
  const { clock, cleanupWorker, unitOfWork } = aDesk()
  const { ticket } = await storeScene(unitOfWork)
  const action = aTicketAction(ticket, { at: clock.now() })
  const isKept = async () => (await unitOfWork.run(({ ticketActions }) => ticketActions.find(action))) !== null
  await unitOfWork.run(({ ticketActions }) => ticketActions.save(action))
  clock.advance(UNDOABLE_MS)
  await cleanupWorker.tidy()
  expect(await isKept()).toBe(true)
  clock.advance(1)
  await cleanupWorker.tidy()
  expect(await isKept()).toBe(false)
})

it('leaves no ticket with an agent who is gone, however many there are', async () => {
  const { cleanupWorker, unitOfWork } = aDesk()
  const inbox = await storeInbox(unitOfWork)
  const [gone, here] = [await storeAgent(unitOfWork, { disabledAt: 1 }), await storeAgent(unitOfWork)]
  const kept = await storeStranger(unitOfWork, inbox, { assigneeId: here.id })
  for (let n = 0; n < 150; n += 1) await storeStranger(unitOfWork, inbox, { assigneeId: gone.id })
  await cleanupWorker.tidy()
  const assigned = (id: string) => unitOfWork.run(({ tickets }) => tickets.findAssigned(id, 200))
  expect([await assigned(gone.id), await assigned(here.id)]).toEqual([[], [kept]])
})

it('holds reports without a message for a week, however many go at once', async () => {
  const { clock, cleanupWorker, unitOfWork } = aDesk()
  const held = { provider: 'messagebird', recipient: null, optsOut: false } as const
  const hold = (many: number) =>
    unitOfWork.run(async ({ reports }) => {
      for (let n = 0; n < many; n += 1) await reports.add(aReport({ at: clock.now(), reference: 'ours', held }))
    })
  const awaited = { provider: 'messagebird', reference: 'ours', providerMessageId: null } as const
  const left = async () => (await unitOfWork.run(({ reports }) => reports.findHeld(awaited))).length
  await hold(2_500)
  clock.advance(REPORT_HELD_MS)
  await hold(1)
  await cleanupWorker.tidy()
  expect(await left()).toBe(2_501)
  clock.advance(1)
  await cleanupWorker.tidy()
  expect(await left()).toBe(1)
})

it('forgets sessions that are over, places that nobody comes from, and guesses that were given up', async () => {
  const { clock, cleanupWorker, unitOfWork } = aDesk()
  const at = clock.now()
  const session = { tokenDigest: 'over', agentId: 'ada', createdAt: at, lastSeenAt: at, label: null }
  await unitOfWork.run(async (desk) => {
    await desk.sessions.add(session)
    await desk.sessions.add({ ...session, tokenDigest: 'used', lastSeenAt: at + SESSION_IDLE_MS })
    await desk.knownPlaces.note({ digest: 'old', agentId: 'ada', at })
    await desk.signInFailures.record('old', at)
  })
  const left = () =>
    unitOfWork.run(async (desk) => [
      (await desk.sessions.listForAgent('ada')).map(({ tokenDigest }) => tokenDigest).sort(),
      (await desk.knownPlaces.list('old', 0)).length,
      await desk.signInFailures.find('old'),
    ])
  clock.advance(SESSION_IDLE_MS)
  await cleanupWorker.tidy()
  expect(await left()).toEqual([['over', 'used'], 1, null])
  clock.advance(1)
  await cleanupWorker.tidy()
  expect(await left()).toEqual([['used'], 1, null])
  clock.advance(KNOWN_DEVICE_MS)
  await cleanupWorker.tidy()
  expect(await left()).toEqual([[], 0, null])
})

it('survives storage trouble and says so', async () => {
  const errors: unknown[] = []
  const unitOfWork = { run: () => Promise.reject(new Error('storage')) }
  const cleanupWorker = new CleanupWorker({
    ...{ unitOfWork, clock: new FixedClock(), releaseTickets: { execute: async () => 0 } },
    onError: (error) => errors.push(error),
  })
  await cleanupWorker.tidy()
  expect(errors).toHaveLength(1)
})
