import type { Agent } from '@textdesk/core'
import type * as Contract from '../contract/index.ts'
import { toIso } from './moment.ts'

export function agentView(agent: Agent): Contract.Agent {
  const { id, name, email, role } = agent
  const joinedAt = agent.joinedAt === null ? null : toIso(agent.joinedAt)
  return { id, name, email, role, state: stateOf(agent), createdAt: toIso(agent.createdAt), joinedAt }
}

function stateOf(agent: Agent): Contract.Agent['state'] {
  if (agent.disabledAt !== null) return 'disabled'
  return agent.passwordHash === null ? 'invited' : 'active'
}
