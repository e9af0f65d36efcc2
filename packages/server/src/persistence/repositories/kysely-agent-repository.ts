import type { Agent, AgentRepository } from '@textdesk/core'
import { pick, query } from '../query.ts'
import { expectOneRow, type QuerySession } from '../query-session.ts'
import { type AgentRecord, agentFields, fromAgent, toAgent } from '../rows/agent-row.ts'

export class KyselyAgentRepository implements AgentRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async find(id: string): Promise<Agent | null> {
    const row = await this.#session.first(agentById, { id })
    return row ? toAgent(row) : null
  }

  async findByEmail(email: string): Promise<Agent | null> {
    const row = await this.#session.first(byEmail, { email })
    return row ? toAgent(row) : null
  }

  async list(): Promise<Agent[]> {
    const rows = await this.#session.all(everyAgent, {})
    return rows.map(toAgent)
  }

  async add(agent: Agent): Promise<boolean> {
    return (await this.#session.run(insert, fromAgent(agent))) === 1
  }

  async save(agent: Agent): Promise<void> {
    expectOneRow(await this.#session.run(update, fromAgent(agent)), `agent ${agent.id}`)
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

const update = query((db, p: AgentRecord) => db.updateTable('agents').set(pick(p, agentFields)).where('id', '=', p.id))
