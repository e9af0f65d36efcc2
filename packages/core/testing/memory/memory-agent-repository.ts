import type { Agent } from '../../src/domain/agent/agent.ts'
import type { AgentRepository } from '../../src/ports/repositories/agent-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemoryAgentRepository implements AgentRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(id: string): Promise<Agent | null> {
    return this.#tables.agents.get(id)
  }

  async findByEmail(email: string): Promise<Agent | null> {
    return this.#tables.agents.find((agent) => agent.email === email)
  }

  async list(): Promise<Agent[]> {
    return this.#tables.agents.all()
  }

  async add(agent: Agent): Promise<boolean> {
    if (await this.findByEmail(agent.email)) return false
    this.#tables.agents.put(agent.id, agent)
    return true
  }

  async save(agent: Agent): Promise<void> {
    this.#tables.agents.replace(agent.id, agent)
  }
}
