import { afterEach, beforeEach } from 'vitest'
import type { ChangeFeed } from '../../src/ports/change-feed.ts'
import type { DeskQueries } from '../../src/ports/queries/desk-queries.ts'
import type { SystemQueries } from '../../src/ports/queries/system-queries.ts'
import type { TicketQueries } from '../../src/ports/queries/ticket-queries.ts'
import type { WorkspaceQueries } from '../../src/ports/queries/workspace-queries.ts'
import type { AuditEntry } from '../../src/ports/repositories/audit-log.ts'
import type { Desk, UnitOfWork } from '../../src/ports/unit-of-work.ts'

/** An empty desk of the adapters under test, and what a test needs to look into it. */
export interface DeskSubject {
  readonly unitOfWork: UnitOfWork
  readonly ticketQueries: TicketQueries
  readonly deskQueries: DeskQueries
  readonly workspaceQueries: WorkspaceQueries
  readonly systemQueries: SystemQueries
  readonly changeFeed: ChangeFeed
  /** The audit log in the order it was written: the desk itself never reads it. */
  readAudit(): Promise<AuditEntry[]>
  /** Resolves when search knows everything that is committed. */
  settleSearch(): Promise<void>
  close(): Promise<void>
}

export type OpenDesk = () => Promise<DeskSubject>

/** The desk of the running test, opened before it and closed after it. */
export class DeskUnderTest {
  #subject: DeskSubject | null = null

  async open(open: OpenDesk): Promise<void> {
    this.#subject = await open()
  }

  async close(): Promise<void> {
    const subject = this.#subject
    this.#subject = null
    await subject?.close()
  }

  run<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
    return this.subject.unitOfWork.run(work)
  }

  get subject(): DeskSubject {
    if (!this.#subject) throw new Error('A desk is open only while a test runs')
    return this.#subject
  }

  get tickets(): TicketQueries {
    return this.subject.ticketQueries
  }

  get system(): SystemQueries {
    return this.subject.systemQueries
  }

  get queries(): DeskQueries {
    return this.subject.deskQueries
  }

  get workspace(): WorkspaceQueries {
    return this.subject.workspaceQueries
  }
}

/** Gives each test of the surrounding `describe` a desk of its own. */
export function useDesk(open: OpenDesk): DeskUnderTest {
  const desk = new DeskUnderTest()
  beforeEach(() => desk.open(open))
  afterEach(() => desk.close())
  return desk
}

/** For a property: one desk for each case. */
export async function withDesk(open: OpenDesk, check: (desk: DeskUnderTest) => Promise<void>): Promise<void> {
  const desk = new DeskUnderTest()
  await desk.open(open)
  try {
    await check(desk)
  } finally {
    await desk.close()
  }
}
