import { type Agent, DomainError } from '@textdesk/core'
import type { FastifyRequest, RouteOptions } from 'fastify'
import type { Api } from '../api.ts'
import { HttpProblem } from '../problem.ts'
import type { Access, DeskApp } from '../route.ts'
import { identify } from './identify.ts'

export interface AccessRule {
  readonly method: string
  readonly url: string
  readonly access: Access
}

/**
 * Every route registered on the app from here on has to say who may call it, and only they get in. Asked before the body
 * is read: a stranger learns nothing from how their input is judged.
 */
export function guardRoutes(app: DeskApp, api: Api): AccessRule[] {
  const rules: AccessRule[] = []
  app.addHook('onRoute', (route) => {
    const access = route.config?.access
    if (!access) throw new Error(`${route.method} ${route.url} does not say who may call it: set config.access`)
    for (const method of [route.method].flat()) rules.push({ method, url: route.url, access })
    if (access !== 'public')
      route.onRequest = [...hooksOf(route), (request: FastifyRequest) => admit(request, access, api)]
  })
  return rules
}

async function admit(request: FastifyRequest, access: Access, api: Api): Promise<void> {
  request.signedIn = await identify(request, api)
  if (!request.signedIn)
    throw new HttpProblem(401, 'not-signed-in', 'You are not signed in, or the session has ended. Sign in to carry on.')
  if (access === 'owner') requireOwner(request.signedIn.agent)
}

function requireOwner(agent: Agent): void {
  if (agent.role !== 'owner') throw new DomainError('not-allowed', 'Only an owner of the desk can do that.')
}

function hooksOf(route: RouteOptions) {
  return [route.onRequest ?? []].flat()
}
