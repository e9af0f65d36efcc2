import type { Route } from '../route.ts'
import { contactRoutes } from './contact-routes.ts'
import { deskRoutes } from './desk-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { systemRoutes } from './system-routes.ts'
import { triageRoutes } from './triage-routes.ts'
import { writingRoutes } from './writing-routes.ts'

export const routes: readonly Route[] = [
  ...peopleRoutes,
  ...deskRoutes,
  ...contactRoutes,
  ...triageRoutes,
  ...writingRoutes,
  ...systemRoutes,
]
