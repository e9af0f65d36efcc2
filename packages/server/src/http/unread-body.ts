import type { FastifyRequest } from 'fastify'
import type { DeskApp } from './route.ts'

/**
 * Ends the connection with an answer that comes before a large body has been read: to go on with the connection, all of the
 * body would have to be taken from the wire first, however long that is. Must stand before the routes.
 */
export function leaveLargeBodiesUnread(app: DeskApp, mostBytes: number): void {
  app.addHook('onSend', async (request, reply) => {
    if (isLarge(request, mostBytes) && !request.raw.complete) reply.header('connection', 'close')
  })
}

/** In chunks, it may be of any length. */
function isLarge({ headers }: FastifyRequest, mostBytes: number): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > mostBytes
}
