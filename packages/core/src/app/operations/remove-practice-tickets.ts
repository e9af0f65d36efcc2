import { isPractice } from '../../domain/inbox/inbox.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { requireOwner } from '../shared/require-owner.ts'

export interface RemovedPractice {
  readonly tickets: number
  readonly messages: number
  readonly contacts: number
}

const NOTHING: RemovedPractice = { tickets: 0, messages: 0, contacts: 0 }
/** Ticket numbers looked through in one unit of work: practice tickets may lie far apart. */
const NUMBERS_AT_ONCE = 2_000
/** Rows removed in one unit of work: taking a text out of the search index for good costs milliseconds, and texts wait. */
const ROWS_AT_ONCE = 5

/** Removes every ticket of the simulated inboxes, with its texts and the contacts that have no other ticket. */
export class RemovePracticeTickets {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock }) {
    this.#deps = deps
  }

  /** Stopped half-way, it can be asked for again. Tickets that begin meanwhile stay. @throws DomainError `not-allowed` */
  async execute({ agentId }: { agentId: string }): Promise<RemovedPractice> {
    const inboxIds = await this.#deps.unitOfWork.run((desk) => practiceInboxes(desk, agentId))
    let removed = NOTHING
    for (const inboxId of inboxIds) removed = sum(removed, await this.#empty(inboxId))
    const at = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(async (desk) => {
      for (const inboxId of inboxIds) {
        await desk.audit.append({ at, actorId: agentId, what: 'practice.removed', subjectId: inboxId })
        desk.changes.record({ kind: 'inbox', inboxId })
      }
    })
    return removed
  }

  async #empty(inboxId: string): Promise<RemovedPractice> {
    const { unitOfWork } = this.#deps
    let removed = NOTHING
    const last = await unitOfWork.run(({ practice }) => practice.lastTicketNumber())
    for (let from = 1; from <= last; from += NUMBERS_AT_ONCE) {
      const to = Math.min(last, from + NUMBERS_AT_ONCE - 1)
      let left = await unitOfWork.run(({ practice }) => practice.listTickets(inboxId, from, to))
      while (left.length > 0) {
        const batch = await unitOfWork.run((desk) => removeNext(desk, left))
        removed = sum(removed, batch)
        left = left.slice(batch.tickets)
      }
    }
    await unitOfWork.run(({ practice }) => practice.removeOptOuts(inboxId))
    return removed
  }
}

async function practiceInboxes(desk: Pick<Desk, 'agents' | 'inboxes'>, agentId: string): Promise<string[]> {
  await requireOwner(desk, agentId)
  const inboxes = await desk.inboxes.list()
  return inboxes.filter(isPractice).map(({ id }) => id)
}

/** As many of the tickets, in their order, as one unit of work should remove; the last of them perhaps in part. */
async function removeNext({ practice }: Pick<Desk, 'practice'>, tickets: readonly number[]): Promise<RemovedPractice> {
  let removed = NOTHING
  for (const ticketNumber of tickets) {
    const room = ROWS_AT_ONCE - removed.messages - removed.tickets
    if (room <= 0) break
    const messages = await practice.removeMessages(ticketNumber, room)
    removed = sum(removed, { ...NOTHING, messages })
    if (messages === room) break
    const { contactRemoved } = await practice.removeTicket(ticketNumber)
    removed = sum(removed, { tickets: 1, messages: 0, contacts: contactRemoved ? 1 : 0 })
  }
  return removed
}

function sum(a: RemovedPractice, b: RemovedPractice): RemovedPractice {
  return { tickets: a.tickets + b.tickets, messages: a.messages + b.messages, contacts: a.contacts + b.contacts }
}
