import type { Attempt, AttemptEnd, AttemptRepository } from '@textdesk/core'
import type { Selectable } from 'kysely'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import type { DeskSchema } from '../schema.ts'

export class KyselyAttemptRepository implements AttemptRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async begin(messageId: string, at: number): Promise<void> {
    await this.#session.run(insert, { messageId, at })
  }

  async end(messageId: string, at: number, { outcome, reason, detail }: AttemptEnd): Promise<void> {
    await this.#session.run(endOfLatest, { messageId, at, outcome, reason, detail })
  }

  async listForMessage(messageId: string): Promise<Attempt[]> {
    const rows = await this.#session.all(attemptsOf, { messageId })
    return rows.map(toAttempt)
  }
}

export function toAttempt(row: Selectable<DeskSchema['delivery_attempts']>): Attempt {
  const { outcome, reason, detail } = row
  return {
    messageId: row.message_id,
    number: row.number,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    end: outcome && { outcome, reason, detail },
  }
}

const insert = query((db, p: { messageId: string; at: number }) =>
  db
    .insertInto('delivery_attempts')
    .columns(['message_id', 'number', 'began_at'])
    .expression((eb) =>
      eb
        .selectFrom('delivery_attempts')
        .select((of) => [
          of.val(p.messageId).as('message_id'),
          of(of.fn.coalesce(of.fn.max('number'), of.lit(0)), '+', of.lit(1)).as('number'),
          of.val(p.at).as('began_at'),
        ])
        .where('message_id', '=', p.messageId),
    ),
)

const endOfLatest = query((db, p: AttemptEnd & { messageId: string; at: number }) =>
  db
    .updateTable('delivery_attempts')
    .set({ ended_at: p.at, outcome: p.outcome, reason: p.reason, detail: p.detail })
    .where('message_id', '=', p.messageId)
    .where('number', '=', (eb) =>
      eb
        .selectFrom('delivery_attempts as latest')
        .select((of) => of.fn.max('latest.number').as('number'))
        .where('latest.message_id', '=', p.messageId),
    ),
)

export const attemptsOf = query((db, p: { messageId: string }) =>
  db.selectFrom('delivery_attempts').selectAll().where('message_id', '=', p.messageId).orderBy('number'),
)
