import type { FastifyReply, FastifyRequest } from 'fastify'
import { clearSessionToken, isBrowserOnHttps } from './session-cookie.ts'

/**
 * The browser forgets the session, and where it listens what the page kept there. Not its cookies: those of other sites
 * below the same domain would go too, and on localhost those of everything that runs there.
 */
export function forgetBrowser(request: FastifyRequest, reply: FastifyReply, publicUrl: string): void {
  clearSessionToken(request, reply, publicUrl)
  if (isBrowserOnHttps(request, publicUrl)) reply.header('clear-site-data', '"storage"')
}
