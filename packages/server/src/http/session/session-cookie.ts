import { type Entry, KNOWN_DEVICE_MS, SESSION_ABSOLUTE_MS } from '@textdesk/core'
import type { FastifyReply, FastifyRequest } from 'fastify'

const SESSION = 'textdesk_session'
const DEVICE = 'textdesk_device'
/** A browser takes a cookie of such a name from this very host over https alone (RFC 6265bis, 4.1.3.2). */
const HOST_ALONE = '__Host-'

export function readSessionToken(request: FastifyRequest): string | null {
  return readCookie(request, SESSION)
}

/** What the browser was given when somebody signed in on it before. */
export function readDeviceToken(request: FastifyRequest): string | null {
  return readCookie(request, DEVICE)
}

/** From now on the browser is signed in, and known. */
export function letBrowserIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, deviceToken }: Pick<Entry, 'token' | 'deviceToken'>,
  publicUrl: string,
): void {
  const write = (name: string, value: string, keptMs: number) => {
    const secure = isBrowserOnHttps(request, publicUrl)
    const fullName = secure ? HOST_ALONE + name : name
    reply.setCookie(fullName, value, { ...attributes, secure, maxAge: keptMs / 1000 })
    if (secure) clear(request, reply, name, secure)
  }
  write(SESSION, token, SESSION_ABSOLUTE_MS)
  write(DEVICE, deviceToken, KNOWN_DEVICE_MS)
}

export function clearSessionToken(request: FastifyRequest, reply: FastifyReply, publicUrl: string): void {
  clearEverySpelling(request, reply, SESSION, publicUrl)
}

export function clearDeviceToken(request: FastifyRequest, reply: FastifyReply, publicUrl: string): void {
  clearEverySpelling(request, reply, DEVICE, publicUrl)
}

const attributes = { path: '/', httpOnly: true, sameSite: 'lax' } as const

/** The bare name is the one of the version before; a cookie that anybody may have set never stands before the other. */
function readCookie({ cookies }: FastifyRequest, name: string): string | null {
  return cookies[HOST_ALONE + name] ?? cookies[name] ?? null
}

function clearEverySpelling(request: FastifyRequest, reply: FastifyReply, name: string, publicUrl: string): void {
  const secure = isBrowserOnHttps(request, publicUrl)
  for (const spelling of [HOST_ALONE + name, name]) clear(request, reply, spelling, secure)
}

function clear({ cookies }: FastifyRequest, reply: FastifyReply, name: string, secure: boolean): void {
  if (cookies[name] !== undefined) reply.clearCookie(name, { ...attributes, secure })
}

/**
 * What the browser's address bar says, not what PUBLIC_URL says: signing in on http://localhost works beside an https
 * PUBLIC_URL. A tunnel ends https before it gets here, and is known by the Host it passes on.
 */
export function isBrowserOnHttps(request: FastifyRequest, publicUrl: string): boolean {
  const outside = new URL(publicUrl)
  return request.protocol === 'https' || (outside.protocol === 'https:' && request.host.toLowerCase() === outside.host)
}
