import { setTimeout as pause } from 'node:timers/promises'
import { HttpProblem } from './problem.ts'
import type { DeskApp } from './route.ts'

const LONGEST_DRAIN_MS = 8000

/** On closing, what was begun is answered; what comes after is refused. */
export function drainOnClose(app: DeskApp): void {
  let open = 0
  let closing = false
  app.addHook('onRequest', async (request) => {
    if (closing) throw new HttpProblem(503, 'stopping', 'The desk is being stopped. Try again in a moment.')
    open += 1
    // On the socket's side of things: also when the other end left, or an event stream took the reply over.
    request.raw.once('close', () => {
      open -= 1
    })
  })
  app.addHook('preClose', async () => {
    closing = true
    const deadline = Date.now() + LONGEST_DRAIN_MS
    while (open > 0 && Date.now() < deadline) await pause(20)
  })
}
