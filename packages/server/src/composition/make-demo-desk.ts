import { renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Address, ReceivedReport } from '@textdesk/core'
import { pino } from 'pino'
import { type Config, sqliteFileOf } from '../config.ts'
import { conversations } from '../demo/conversations/index.ts'
import { DemoClock } from '../demo/demo-clock.ts'
import { DemoOutbox } from '../demo/demo-outbox.ts'
import { DemoPlayer } from '../demo/demo-player.ts'
import { playWeek } from '../demo/demo-week.ts'
import { demoInbox } from '../demo/people.ts'
import { staffDemo } from '../demo/staff-demo.ts'
import type { Persistence } from '../persistence/persistence.ts'
import { lockDesk } from '../persistence/sqlite/desk-lock.ts'
import { makePrivateFolder } from '../persistence/sqlite/files/private-files.ts'
import { messageBirdWire } from '../providers/messagebird/message-bird-wire.ts'
import { StagedNetwork, type StagedReport } from '../providers/simulator/staged-network.ts'
import { UuidIds } from '../system/uuid-ids.ts'
import { factsOf, resolveUseCases } from './api-of.ts'
import { buildContainer, type Container, portsOf, token } from './container.ts'

/** Longer than the oldest conversation. */
const WEEK_MS = 7 * 24 * 60 * 60_000

/**
 * Fills the file of a demo desk with a week that ends now, through the use cases, so that everything in it is as the desk
 * itself would have made it. Replaces what is there. @throws DeskInUseError while that demo desk runs.
 */
export async function makeDemoDesk(config: Config, now: number): Promise<void> {
  const file = sqliteFileOf(config, 'The demo desk is a file.')
  makePrivateFolder(dirname(file))
  const lock = lockDesk(file)
  const unfinished = `${file}.unfinished`
  try {
    remove(unfinished)
    await write({ ...config, database: { kind: 'sqlite', file: unfinished } }, now)
    remove(file)
    renameSync(unfinished, file)
  } finally {
    remove(unfinished, ['', '-wal', '-shm', '.lock'])
    lock.release()
  }
}

function remove(file: string, endings = ['', '-wal', '-shm']): void {
  for (const ending of endings) rmSync(file + ending, { force: true })
}

async function write(config: Config, now: number): Promise<void> {
  const clock = new DemoClock(now - WEEK_MS)
  const network = new StagedNetwork({ clock, ids: new UuidIds(clock) })
  const overrides = { clock, gateways: { simulated: network } }
  const container = await buildContainer(config, pino({ level: 'silent' }), overrides)
  try {
    await fill(container, { deskNumber: factsOf(config).deskNumber, clock, network, now })
  } finally {
    await container.resolve<Persistence>(token.persistence).close()
  }
}

interface Stage {
  readonly deskNumber: string
  readonly clock: DemoClock
  readonly network: StagedNetwork
  readonly now: number
}

async function fill(container: Container, { deskNumber, clock, network, now }: Stage): Promise<void> {
  const useCases = resolveUseCases(container)
  await useCases.ensureInboxes.execute({ number: deskNumber, provider: 'simulated' })
  const agentIds = await staffDemo(useCases)
  const { unitOfWork, deskQueries } = portsOf(container)
  for (const { inbox } of await deskQueries.listInboxes())
    await useCases.changeInbox.execute({ inboxId: inbox.id, agentId: agentIds.dana, ...demoInbox })
  const outbox = new DemoOutbox({ useCases, clock, network, readReport })
  const contactIdOf = (address: Address) =>
    unitOfWork.run(async ({ contacts }) => (await contacts.findByAddress(address))?.id ?? '')
  const expectSend = (at: number) => outbox.expectSend(at)
  const player = new DemoPlayer({ useCases, clock, agentIds, deskNumber, contactIdOf, expectSend })
  await playWeek(conversations, now, { clock, player, outbox })
  for (const { conversation, ticketNumber, messageId } of player.places)
    if (!conversation.unread) await useCases.markTicketRead.execute({ ticketNumber, messageId, agentId: agentIds.dana })
}

function readReport({ fields }: StagedReport): ReceivedReport {
  const report = messageBirdWire.parseStatusReport(messageBirdWire.readFields(fields))
  if (!report) throw new Error(`The simulated network reports what nobody understands: ${fields['status']}`)
  const { errorCode: _, at: __, segments: ___, ...said } = report
  const came = { status: fields['status'] ?? '', raw: JSON.stringify(fields), verified: true, signature: null }
  return { provider: 'simulated', ...said, ...came }
}
