import type { Route } from '../route.ts'
import { deskRoutes } from './desk-routes.ts'
import { peopleRoutes } from './people-routes.ts'

export const routes: readonly Route[] = [...peopleRoutes, ...deskRoutes]
