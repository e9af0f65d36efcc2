import type { Agent } from '../../domain/agent/agent.ts'

export interface AgentRepository {
  find(id: string): Promise<Agent | null>
  /** The e-mail is compared as it is stored. */
  findByEmail(email: string): Promise<Agent | null>
  list(): Promise<Agent[]>
  /** False when the e-mail is taken. */
  add(agent: Agent): Promise<boolean>
  save(agent: Agent): Promise<void>
}
