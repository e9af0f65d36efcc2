import { SESSION_ABSOLUTE_MS } from '@textdesk/core'
import type { FastifyReply, FastifyRequest } from 'fastify'

const name = 'textdesk_session'

export function readSessionToken(request: FastifyRequest): string | null {
  return request.cookies[name] ?? null
}

export function writeSessionToken(
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  publicUrl: string,
): void {
  reply.setCookie(name, token, { ...attributes(request, publicUrl), maxAge: SESSION_ABSOLUTE_MS / 1000 })
}

export function clearSessionToken(request: FastifyRequest, reply: FastifyReply, publicUrl: string): void {
  reply.clearCookie(name, attributes(request, publicUrl))
}

function attributes(request: FastifyRequest, publicUrl: string) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isBrowserOnHttps(request, publicUrl) } as const
}

/**
 * What the browser's address bar says, not what PUBLIC_URL says: signing in on http://localhost works beside an https
 * PUBLIC_URL. A tunnel ends https before it gets here, and is known by the Host it passes on.
 */
function isBrowserOnHttps(request: FastifyRequest, publicUrl: string): boolean {
  const outside = new URL(publicUrl)
  return request.protocol === 'https' || (outside.protocol === 'https:' && request.host.toLowerCase() === outside.host)
}
