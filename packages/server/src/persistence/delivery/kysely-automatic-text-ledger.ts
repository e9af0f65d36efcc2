import type { AutomaticTextLedger } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

const HOUR_MS = 3_600_000

export class KyselyAutomaticTextLedger implements AutomaticTextLedger {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async countConfirmations(contactId: string, since: number): Promise<number> {
    const counted = await this.#session.first(confirmations, { contactId, since })
    return counted?.count ?? 0
  }

  async countIdenticalTexts(contactId: string, body: string, since: number): Promise<number> {
    const counted = await this.#session.first(identicalTexts, { contactId, body, since })
    return counted?.count ?? 0
  }

  async spendBudget(inboxId: string, now: number, perHour: number): Promise<boolean> {
    if (perHour < 1) return false
    return (await this.#session.run(spend, { inboxId, hour: Math.floor(now / HOUR_MS), perHour })) === 1
  }
}

const confirmations = query((db, p: { contactId: string; since: number }) =>
  db
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('contact_id', '=', p.contactId)
    .where('at', '>=', p.since)
    .where('purpose', '=', 'confirmation'),
)

const identicalTexts = query((db, p: { contactId: string; body: string; since: number }) =>
  db
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('contact_id', '=', p.contactId)
    .where('at', '>=', p.since)
    .where('direction', '=', 'in')
    .where('body', '=', p.body),
)

const spend = query((db, p: { inboxId: string; hour: number; perHour: number }) =>
  db
    .insertInto('automatic_budgets')
    .values({ inbox_id: p.inboxId, hour: p.hour, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['inbox_id', 'hour'])
        .doUpdateSet((eb) => ({ count: eb('automatic_budgets.count', '+', 1) }))
        .where('automatic_budgets.count', '<', p.perHour),
    ),
)
