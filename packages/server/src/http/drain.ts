import { Server } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { DeskApp } from './route.ts'

const MAX_DRAIN_MS = 8000
/** A proxy may send one more request over a connection that it holds open; one that is quiet for so long does not. */
const QUIET_MS = 250
const LOOK_EVERY_MS = 20

/**
 * On closing, no connection is taken any more, so that a proxy asks another server at once. What comes over an open one is
 * still answered, and with the answer the connection ends: Fastify sees to that.
 */
export function drainOnClose(app: DeskApp): void {
  let open = 0
  let heardAt = 0
  app.addHook('onRequest', async (_request, reply) => {
    open += 1
    // Not onResponse: this also hears of clients that left, and of event streams that took the reply over.
    reply.raw.once('close', () => {
      open -= 1
      heardAt = performance.now()
    })
  })
  app.addHook('preClose', async () => {
    // An HTTP server would cut its quiet connections, over which a request may be on its way.
    Server.prototype.close.call(app.server)
    const began = performance.now()
    heardAt = began
    while (performance.now() - began < MAX_DRAIN_MS && (open > 0 || (await mayBeAsked()))) await pause(LOOK_EVERY_MS)
  })

  async function mayBeAsked(): Promise<boolean> {
    const connections = await promisify(app.server.getConnections.bind(app.server))()
    return connections > 0 && performance.now() - heardAt < QUIET_MS
  }
}
