import type { Agent } from '@textdesk/core'
import type { Selectable } from 'kysely'
import type { DeskSchema } from '../schema.ts'

export type AgentRecord = Selectable<DeskSchema['agents']>

export function toAgent(row: AgentRecord): Agent {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    passwordHash: row.password_hash,
    joinedAt: row.joined_at,
    disabledAt: row.disabled_at,
    createdAt: row.created_at,
  }
}

export function fromAgent(agent: Agent): AgentRecord {
  return {
    id: agent.id,
    name: agent.name,
    email: agent.email,
    role: agent.role,
    password_hash: agent.passwordHash,
    joined_at: agent.joinedAt,
    disabled_at: agent.disabledAt,
    created_at: agent.createdAt,
  }
}

export const agentFields = [
  'id',
  'name',
  'email',
  'role',
  'password_hash',
  'joined_at',
  'disabled_at',
  'created_at',
] as const satisfies ReadonlyArray<keyof AgentRecord>
