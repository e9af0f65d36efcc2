import type { Route } from '../../route.ts'
import { deleteOwnSession } from './delete-own-session.route.ts'
import { deleteOwnSessions } from './delete-own-sessions.route.ts'
import { deleteSession } from './delete-session.route.ts'
import { getAgents } from './get-agents.route.ts'
import { getInvite } from './get-invite.route.ts'
import { getSession } from './get-session.route.ts'
import { getSessions } from './get-sessions.route.ts'
import { getSetUp } from './get-set-up.route.ts'
import { getWorkload } from './get-workload.route.ts'
import { patchAgent } from './patch-agent.route.ts'
import { postAgent } from './post-agent.route.ts'
import { postAgentLink } from './post-agent-link.route.ts'
import { postSession } from './post-session.route.ts'
import { postSetUp } from './post-set-up.route.ts'
import { putInvite } from './put-invite.route.ts'
import { putOwnPassword } from './put-own-password.route.ts'

export const agentsRoutes: readonly Route[] = [
  getSetUp,
  postSetUp,
  postSession,
  getSession,
  deleteSession,
  getSessions,
  deleteOwnSessions,
  deleteOwnSession,
  getAgents,
  getWorkload,
  postAgent,
  patchAgent,
  postAgentLink,
  putOwnPassword,
  getInvite,
  putInvite,
]
