import type { FastifyRequest } from 'fastify'
import type { Api } from '../api.ts'
import { networkAddress } from '../network-address.ts'
import { readDeviceToken, readSessionToken } from './session-cookie.ts'

type SignedIn = Awaited<ReturnType<Api['authenticate']['execute']>>

const answers = new WeakMap<FastifyRequest, Promise<SignedIn>>()

/** Whose session a request bears, looked up once for each request; null without one that holds. */
export function identify(request: FastifyRequest, api: Api): Promise<SignedIn> {
  const known = answers.get(request)
  if (known) return known
  const token = readSessionToken(request)
  const { access = 'public', keepsSession = true } = request.routeOptions.config
  const touch = access !== 'public' && keepsSession
  const answer = token === null ? Promise.resolve(null) : api.authenticate.execute({ token, touch })
  answers.set(request, answer)
  return answer
}

/**
 * Whose requests are counted together: a session's, else those of a browser that is known, else of an address. What many
 * share, be it an office or a tunnel that tells nothing, must not let one shut the others out.
 */
export async function requesterOf(request: FastifyRequest, api: Api): Promise<string> {
  // Without storage nobody can be told apart, and the answer is not for a limit to give.
  const signedIn = await identify(request, api).catch(() => null)
  return signedIn ? `session ${signedIn.session.tokenDigest}` : knownOrAddress(request, api)
}

/** The same where whoever asks may guess at somebody else's password: a session is no help then. */
export async function knownOrAddress(request: FastifyRequest, api: Api): Promise<string> {
  const deviceToken = readDeviceToken(request)
  const isKnown = deviceToken !== null && (await api.recogniseDevice.execute({ deviceToken }).catch(() => false))
  return isKnown ? `device ${deviceToken}` : networkAddress(request)
}
