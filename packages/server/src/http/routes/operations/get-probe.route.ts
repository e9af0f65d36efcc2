import { DomainError } from '@textdesk/core'
import { Type } from 'typebox'
import { Nothing } from '../../contract/index.ts'
import type { Route } from '../../route.ts'
import { PROBE_PATH } from '../../webhooks/public-address-probe.ts'

export const getProbe: Route = (app, api) => {
  app.get(
    `${PROBE_PATH}/:token`,
    {
      schema: {
        summary: 'Where the desk calls itself through PUBLIC_URL, to see whether that leads here',
        params: Type.Object({ token: Type.String({ maxLength: 64 }) }),
        response: { 204: Nothing },
      },
      exposeHeadRoute: false,
      config: { access: 'public', origin: 'any' },
    },
    async (request, reply) => {
      if (!api.addressProbe.arrive(request.params.token))
        throw new DomainError('not-found', 'Nobody is waiting for this.')
      return reply.code(204).send(null)
    },
  )
}
