import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { Api } from '../api.ts'
import type { DeskApp } from '../route.ts'
import { decodeBody } from './decode-body.ts'
import { type Caller, identifyCaller } from './identify-caller.ts'
import { limitRefusals } from './limit-refusals.ts'
import { recordRefusal } from './record-refusal.ts'

export type WebhookFields = ReturnType<Api['wire']['readFields']>

export interface Webhook {
  readonly paths: readonly string[]
  readonly summary: string
  /** Durable before it resolves. @throws HttpProblem, DomainError */
  readonly take: (caller: Caller, fields: WebhookFields) => Promise<void>
}

/** Larger than any text with its links. */
const MAX_BYTES = 64 * 1024
const NOTHING = Buffer.alloc(0)

/** Registers what providers call: the signature is checked first, `OK` is said last, refusals are kept for whoever wonders. */
export function webhookRoute(app: DeskApp, api: Api, { paths, summary, take }: Webhook): void {
  app.register(async (scope) => {
    keepRawBody(scope)
    scope.addHook('onError', async (request, _reply, error) => recordRefusal(api, request, error))
    const identify = limitBadSignatures(scope, api)
    const handler: RouteHandlerMethod = async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : NOTHING
      const caller = await identify(request, body)
      await take(caller, api.wire.readFields(decodeBody(body, request.headers['content-type']), request.query))
      return sayOk(reply)
    }
    for (const url of paths) {
      const config = { access: 'public', origin: 'any', loadShedding: false, rateLimit: false } as const
      // HEAD would run the handler of GET. Headers for browsers are made anew for every answer, and no browser comes here.
      const options = { exposeHeadRoute: false, helmet: false } as const
      scope.route({ method: ['GET', 'POST'], url, schema: { summary }, config, handler, ...options })
    }
  })
}

/** `request.body` is the bytes as they came: a signature covers exactly those. */
function keepRawBody(scope: DeskApp): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (_request, body, done) =>
    done(null, body),
  )
}

function limitBadSignatures(scope: DeskApp, api: Api) {
  const countRefusal = limitRefusals(scope)
  return async (request: FastifyRequest, body: Buffer): Promise<Caller> => {
    try {
      return identifyCaller(request, body, api)
    } catch (error) {
      throw await countRefusal(request, error)
    }
  }
}

/** Providers take anything else for a failure, some even another body. */
function sayOk(reply: FastifyReply): FastifyReply {
  return reply.type('text/plain; charset=utf-8').send('OK')
}
