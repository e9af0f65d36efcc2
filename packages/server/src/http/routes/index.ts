import type { Route } from '../route.ts'
import { webhookRoutes } from '../webhooks/index.ts'
import { agentsRoutes } from './agents/index.ts'
import { contactsRoutes } from './contacts/index.ts'
import { draftsRoutes } from './drafts/index.ts'
import { inboxesRoutes } from './inboxes/index.ts'
import { operationsRoutes } from './operations/index.ts'
import { repliesRoutes } from './replies/index.ts'
import { simulatorRoutes } from './simulator/index.ts'
import { ticketsRoutes } from './tickets/index.ts'

export const routes: readonly Route[] = [
  ...agentsRoutes,
  ...webhookRoutes,
  ...ticketsRoutes,
  ...repliesRoutes,
  ...inboxesRoutes,
  ...operationsRoutes,
  ...simulatorRoutes,
  ...contactsRoutes,
  ...draftsRoutes,
]
