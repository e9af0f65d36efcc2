import { DomainError } from '../../domain/errors.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { DeskQueries } from '../../ports/queries/desk-queries.ts'
import type { TicketQueries, TicketRow, TimelineItem } from '../../ports/queries/ticket-queries.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'

const PAGE = 100

export interface ContactExport {
  readonly contact: NonNullable<Awaited<ReturnType<DeskQueries['findContact']>>>
  /** Texts that became marks on ours, as they came. */
  readonly reactions: Awaited<ReturnType<DeskQueries['listReactions']>>
  /** Newest activity first, each with its whole timeline, oldest item first. */
  readonly tickets: ReadonlyArray<{ readonly row: TicketRow; readonly timeline: readonly TimelineItem[] }>
}

export interface ExportContactDeps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly deskQueries: DeskQueries
  readonly ticketQueries: TicketQueries
}

/** Everything the desk knows about a customer, for the customer who asks. */
export class ExportContact {
  readonly #deps: ExportContactDeps

  constructor(deps: ExportContactDeps) {
    this.#deps = deps
  }

  /** @throws DomainError `not-found` */
  async execute({ contactId, agentId }: { contactId: string; agentId: string }): Promise<ContactExport> {
    const contact = await this.#deps.deskQueries.findContact(contactId)
    if (contact === null) throw new DomainError('not-found', "This contact isn't here.")
    const at = this.#deps.clock.now()
    await this.#deps.unitOfWork.run(({ audit }) =>
      audit.append({ at, actorId: agentId, what: 'contact.exported', subjectId: contactId }),
    )
    const tickets = []
    for (const row of await this.#ticketsOf(contactId, agentId)) {
      tickets.push({ row, timeline: await this.#timelineOf(row.number) })
    }
    return { contact, tickets, reactions: await this.#deps.deskQueries.listReactions(contactId) }
  }

  async #ticketsOf(contactId: string, agentId: string): Promise<TicketRow[]> {
    const now = this.#deps.clock.now()
    const query = { agentId, view: 'all', contactId, search: null, limit: PAGE, now } as const
    const rows: TicketRow[] = []
    let cursor: string | null = null
    do {
      const page = await this.#deps.ticketQueries.list({ ...query, cursor })
      rows.push(...page.items)
      cursor = page.nextCursor
    } while (cursor !== null)
    return rows
  }

  async #timelineOf(number: number): Promise<TimelineItem[]> {
    const pages: TimelineItem[][] = []
    let cursor: string | null = null
    do {
      const page = await this.#deps.ticketQueries.timeline(number, cursor, PAGE)
      pages.unshift([...(page?.items ?? [])])
      cursor = page?.nextCursor ?? null
    } while (cursor !== null)
    return pages.flat()
  }
}
