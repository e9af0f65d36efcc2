import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyBaseLogger, type FastifyHttpOptions, LogController, type RawServerDefault } from 'fastify'
import type { Config } from './config.ts'
import type { Api } from './http/api.ts'
import { describeRefusals, describeRoutes } from './http/describe-routes.ts'
import { drainOnClose } from './http/drain.ts'
import { handleError } from './http/error-handler.ts'
import { limitRequests } from './http/limits.ts'
import { NOTICE_THE_VANISHED } from './http/listen.ts'
import { logRequests } from './http/log-requests.ts'
import { requireOneHost } from './http/one-host.ts'
import { takePlainNumbersOnly } from './http/plain-numbers.ts'
import { believedProxies, clientAddress } from './http/proxies.ts'
import type { DeskApp } from './http/route.ts'
import { routes } from './http/routes/index.ts'
import { sameOriginCheck } from './http/same-origin.ts'
import { secureHeaders } from './http/security-headers.ts'
import { servePage } from './http/serve-page.ts'
import { type AccessRule, guardRoutes } from './http/session/access.ts'
import { leaveLargeBodiesUnread } from './http/unread-body.ts'
import { refuseStrayWebhooks } from './http/webhooks/refuse-stray-webhooks.ts'
import { routedUrl } from './http/webhooks/webhook-paths.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Who may call which route of the API. */
    accessRules: readonly AccessRule[]
  }
}

export interface AppConfig
  extends Pick<Config, 'host' | 'mostLoopDelayMs' | 'publicUrl' | 'requestsPerMinute' | 'trustProxy' | 'webFolder'> {
  readonly log: FastifyBaseLogger
}

/** Of a request's body. */
const MAX_BYTES = 64 * 1024

/** The desk over HTTP, ready to listen. */
export async function buildApp(api: Api, config: AppConfig): Promise<DeskApp> {
  const app = Fastify(serverOptions(config)).withTypeProvider<TypeBoxTypeProvider>()
  app.setValidatorCompiler(TypeBoxValidatorCompiler)
  app.setErrorHandler(handleError)
  app.decorateRequest('signedIn', null)
  knowClients(app, api, config)
  logRequests(app)
  // Event streams never end by themselves: the drain would wait for them.
  app.addHook('preClose', async () => api.eventHub.close())
  app.addHook('preClose', async () => api.deskFigures.close())
  drainOnClose(app)
  leaveLargeBodiesUnread(app, MAX_BYTES)
  await secureHeaders(app)
  app.addHook('onRequest', requireOneHost)
  await limitRequests(app, api, config)
  refuseStrayWebhooks(app, api)
  app.addHook('onRequest', sameOriginCheck(config))
  await app.register(cookie)
  await app.register(formbody)
  await describeRoutes(app)
  await servePage(app, config.webFolder)
  await app.register(async (scope) => registerRoutes(scope, app, api))
  return app
}

function knowClients(app: DeskApp, api: Api, config: AppConfig): void {
  const believes = believedProxies(config)
  app.decorateRequest('clientAddress', {
    getter() {
      return clientAddress(this, believes)
    },
  })
  app.addHook('onRequest', async (request) => api.proxyWatch.see(request))
}

function serverOptions({ log, trustProxy }: AppConfig): FastifyHttpOptions<RawServerDefault> {
  return {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    rewriteUrl: ({ url = '/' }) => routedUrl(url),
    trustProxy,
    frameworkErrors: handleError,
    // Each route says itself how long its parameters may be.
    routerOptions: { maxParamLength: 16 * 1024 },
    bodyLimit: MAX_BYTES,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    http: { headersTimeout: 20_000, connectionsCheckingInterval: 5_000, ...NOTICE_THE_VANISHED },
    forceCloseConnections: true,
    return503OnClosing: false,
  }
}

function registerRoutes(scope: DeskApp, app: DeskApp, api: Api): void {
  describeRefusals(scope)
  takePlainNumbersOnly(scope)
  // What a form of another site could send is no business of the API. Webhooks read their bodies themselves.
  scope.removeContentTypeParser(['application/x-www-form-urlencoded', 'text/plain'])
  scope.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  app.decorate('accessRules', guardRoutes(scope, api))
  for (const route of routes) route(scope, api)
  scope.get('/api/openapi.json', { schema: { hide: true }, config: { access: 'public' } }, async () => scope.swagger())
}
