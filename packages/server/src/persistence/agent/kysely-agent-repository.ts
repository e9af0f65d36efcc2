import type { Agent, AgentRepository } from '@textdesk/core'
import { pick, query } from '../query.ts'
import { expectOneRow, type QuerySession } from '../query-session.ts'
import { QueriesByFields, RowMemory } from '../row-memory.ts'
import { type AgentRecord, agentFields, fromAgent, toAgent } from './agent-row.ts'

export class KyselyAgentRepository implements AgentRepository {
  readonly #session: QuerySession
  /** An agent may change their password in the moment in which an owner disables them. */
  readonly #known = new RowMemory<string, AgentRecord>(agentFields)

  constructor(session: QuerySession) {
    this.#session = session
  }

  async find(id: string): Promise<Agent | null> {
    return this.#read(await this.#session.first(agentById, { id }))
  }

  async findByEmail(email: string): Promise<Agent | null> {
    return this.#read(await this.#session.first(byEmail, { email }))
  }

  async list(): Promise<Agent[]> {
    const rows = await this.#session.all(everyAgent, {})
    return rows.map((row) => this.#remember(row))
  }

  async add(agent: Agent): Promise<boolean> {
    return (await this.#session.run(insert, fromAgent(agent))) === 1
  }

  async save(agent: Agent): Promise<void> {
    const record = fromAgent(agent)
    const changed = this.#known.changedFields(agent.id, record)
    if (changed.length === 0) return
    expectOneRow(await this.#session.run(updates.of(changed), record), `agent ${agent.id}`)
    this.#known.remember(agent.id, record)
  }

  #read(row: AgentRecord | undefined): Agent | null {
    return row ? this.#remember(row) : null
  }

  #remember(row: AgentRecord): Agent {
    this.#known.remember(row.id, row)
    return toAgent(row)
  }
}

export const agentById = query((db, p: { id: string }) => db.selectFrom('agents').selectAll().where('id', '=', p.id))

const byEmail = query((db, p: { email: string }) => db.selectFrom('agents').selectAll().where('email', '=', p.email))

export const everyAgent = query((db, _: object) =>
  db.selectFrom('agents').selectAll().orderBy('created_at').orderBy('id'),
)

const insert = query((db, p: AgentRecord) =>
  db
    .insertInto('agents')
    .values(pick(p, agentFields))
    .onConflict((conflict) => conflict.column('email').doNothing()),
)

const updates = new QueriesByFields((fields: readonly (typeof agentFields)[number][]) =>
  query((db, p: AgentRecord) => db.updateTable('agents').set(pick(p, fields)).where('id', '=', p.id)),
)
