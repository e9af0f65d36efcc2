import { setTimeout as pause } from 'node:timers/promises'
import { HttpProblem } from './problem.ts'
import type { DeskApp } from './route.ts'

const LONGEST_DRAIN_MS = 8000

/** On closing, what was begun is answered; what comes after is refused. */
export function drainOnClose(app: DeskApp): void {
  let open = 0
  let closing = false
  app.addHook('onRequest', async (_request, reply) => {
    if (closing) throw new HttpProblem(503, 'stopping', 'The desk is being stopped. Try again in a moment.')
    open += 1
    // Not onResponse: this also hears of clients that left, and of event streams that took the reply over.
    reply.raw.once('close', () => {
      open -= 1
    })
  })
  app.addHook('preClose', async () => {
    closing = true
    const deadline = Date.now() + LONGEST_DRAIN_MS
    while (open > 0 && Date.now() < deadline) await pause(20)
  })
}
