import type { Agent } from '@textdesk/core'
import type { DeskFacts } from '../api.ts'
import type { Session } from '../contract/index.ts'
import { agentView } from './agent-view.ts'

export function sessionView(agent: Agent, { simulated, unsignedWebhooks }: DeskFacts): Session {
  return { agent: agentView(agent), desk: { simulated, unsignedWebhooks } }
}
