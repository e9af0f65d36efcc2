import type { Provider } from '@textdesk/core'
import type { FastifyRequest } from 'fastify'
import type { SignatureVerdict } from '../../providers/messagebird/verify-signature.ts'
import type { Api } from '../api.ts'
import { hasForwardingHeader, isLoopbackHost, isLoopbackSocket } from '../loopback.ts'
import { HttpProblem } from '../problem.ts'

/** On whose word a webhook is taken. */
export interface Caller {
  readonly provider: Provider
  /** Null for one taken unsigned. */
  readonly signature: { readonly jti: string; readonly expiresAt: number } | null
}

type Refused = Extract<SignatureVerdict, { ok: false }>
export const SIGNATURE_HEADER = 'messagebird-signature-jwt'
const ONLY_LOCAL =
  'The request has no signature. This desk is in simulated mode: it takes unsigned texts only straight from the computer it runs on, ' +
  'and only while PUBLIC_URL and TRUST_PROXY are not set. ' +
  'Set MESSAGEBIRD_API_KEY to take real ones.'
const MISSING: Refused = { ok: false, reason: 'missing' }
const WRONG_KEY: Refused = { ok: false, reason: 'wrong-key' }

/** @throws HttpProblem 401 `signature-refused`, with the reason and its cure. */
export function identifyCaller(request: FastifyRequest, body: Buffer, api: Api): Caller {
  const header = request.headers[SIGNATURE_HEADER]
  const token = typeof header === 'string' && header !== '' ? header : null
  const url = api.facts.publicUrl + request.originalUrl
  const caller = token === null ? MISSING : readSignature({ token, url, body }, api)
  if (!('ok' in caller)) return caller
  const unsigned = takenUnsigned(request, token, api)
  if (unsigned) return { provider: unsigned, signature: null }
  const { reason } = caller
  const cure = api.facts.simulated && token === null ? ONLY_LOCAL : api.wire.describeRefusal(reason, { url })
  throw new HttpProblem(401, 'signature-refused', cure, { reason })
}

/** The real key first: its requests are the many. */
function readSignature(signed: { token: string; url: string; body: Buffer }, api: Api): Caller | Refused {
  const now = api.clock.now()
  const { signingKey } = api.facts
  const real = signingKey === null ? WRONG_KEY : api.wire.verifySignature({ ...signed, signingKey, now })
  if (real.ok) return { provider: 'messagebird', signature: real }
  if (real.reason !== 'wrong-key') return real
  const played = api.wire.verifySignature({ ...signed, signingKey: api.simulatedWebhooks.key, now })
  if (played.ok) return { provider: 'simulated', signature: played }
  return signingKey === null ? played : real
}

/** A signature that cannot be checked for want of a key is none; one that failed its check is a refusal. */
function takenUnsigned(request: FastifyRequest, token: string | null, { facts }: Api): Provider | null {
  if (facts.unsignedWebhooks && (token === null || facts.signingKey === null)) return 'messagebird'
  return facts.simulated && facts.localOnly && token === null && isProgramHere(request) ? 'simulated' : null
}

/** Something like curl on this computer. Not a browser: any page could make one send a form to localhost. */
function isProgramHere(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  const fromHere = isLoopbackSocket(request) && !hasForwardingHeader(request) && isLoopbackHost(request.hostname)
  return fromHere && origin === undefined && site === undefined
}
