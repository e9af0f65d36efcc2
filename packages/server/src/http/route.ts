import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { Agent, Session } from '@textdesk/core'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { Api } from './api.ts'

export type DeskApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** One endpoint: registers itself. */
export type Route = (app: DeskApp, api: Api) => void

/** Who may call a route: anybody, whoever is signed in, or owners. */
export type Access = 'public' | 'agent' | 'owner'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route says it; registration fails otherwise. */
    access?: Access
    /** `any`: for machines, neither Host nor same origin are asked for. Only webhooks and probes. */
    origin?: 'any'
    /** `false`: answered under any load. Only webhooks and probes. */
    loadShedding?: false
    /** `false`: being asked this does not keep a session from going idle. For event streams. */
    keepsSession?: false
  }

  interface FastifyRequest {
    /** Where the request came from, as far as a proxy that is believed tells; never anything but an address. */
    readonly clientAddress: string
    /** Set on every route whose access is `agent` or `owner`. */
    signedIn: { readonly agent: Agent; readonly session: Session } | null
  }
}
