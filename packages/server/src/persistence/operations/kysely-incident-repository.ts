import type { Incident, IncidentRepository } from '@textdesk/core'
import { type Kysely, sql } from 'kysely'
import { pick, query } from '../query.ts'
import { expectOneRow, type QuerySession } from '../query-session.ts'
import type { DeskSchema } from '../schema.ts'
import { fromIncident, type IncidentRecord, incidentFields, toIncident } from './incident-row.ts'

export class KyselyIncidentRepository implements IncidentRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async find(id: string): Promise<Incident | null> {
    const row = await this.#session.first(byId, { id })
    return row ? toIncident(row) : null
  }

  async listOpen(): Promise<Incident[]> {
    const rows = await this.#session.all(openToChange, {})
    return rows.map(toIncident)
  }

  async listUntold(now: number): Promise<Incident[]> {
    const rows = await this.#session.all(untold, { now })
    return rows.map(toIncident)
  }

  async add(incident: Incident): Promise<boolean> {
    return (await this.#session.run(insert, fromIncident(incident))) === 1
  }

  async save(incident: Incident): Promise<void> {
    expectOneRow(await this.#session.run(update, fromIncident(incident)), `incident ${incident.id}`)
  }

  async forgetResolved(before: number): Promise<void> {
    await this.#session.run(forget, { before })
  }
}

const byId = query((db, p: { id: string }) => db.selectFrom('incidents').selectAll().where('id', '=', p.id).forUpdate())

export const everyOpenIncident = query((db, _: object) => stillOpen(db))

const openToChange = query((db, _: object) => stillOpen(db).forUpdate())

const untold = query((db, p: { now: number }) =>
  db
    .selectFrom('incidents')
    .selectAll()
    .where(sql<boolean>`notice is not null`)
    .where('next_attempt_at', '<=', p.now)
    .orderBy('next_attempt_at')
    .forUpdate()
    .skipLocked(),
)

const insert = query((db, p: IncidentRecord) =>
  db
    .insertInto('incidents')
    .values(pick(p, incidentFields))
    .onConflict((conflict) => conflict.doNothing()),
)

const update = query((db, p: IncidentRecord) =>
  db.updateTable('incidents').set(pick(p, incidentFields)).where('id', '=', p.id),
)

const forget = query((db, p: { before: number }) => db.deleteFrom('incidents').where('resolved_at', '<', p.before))

function stillOpen(db: Kysely<DeskSchema>) {
  return db
    .selectFrom('incidents')
    .selectAll()
    .where(sql<boolean>`resolved_at is null`)
    .orderBy('opened_at')
    .orderBy('id')
}
