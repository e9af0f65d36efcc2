import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import { textRequest } from '../../test/support/message-bird-requests.ts'
import { signWebhook } from '../../test/support/sign-webhook.ts'
import type { LoadCommand, LoadOrder, LoadReport } from './load-messages.ts'
import { TextMix } from './text-mix.ts'

/** A day, in seconds: the bench says when to stop. */
const NO_END = 86_400

let stop = () => {}

process.on('message', (command: LoadCommand) => {
  if (command.kind === 'stop') stop()
  else void send(command.order).then((report) => process.send?.(report))
})
process.on('disconnect', () => process.exit())

async function send(order: LoadOrder): Promise<LoadReport> {
  const mix = new TextMix(order.conversations)
  const latencies: number[] = []
  const started = performance.now()
  let ended = 0
  let failed = 0
  await new Promise((resolve) => {
    const cannon = autocannon(optionsFor(order, mix), resolve)
    // What comes in after the stop is not counted: autocannon goes on until its next tick.
    stop = () => {
      ended = performance.now()
      cannon.stop()
    }
    cannon.on('response', (_client, status, _bytes, duration) => {
      if (ended > 0) return
      if (status === 200) latencies.push(duration)
      else failed += 1
    })
    cannon.on('reqError', () => {
      if (ended === 0) failed += 1
    })
  })
  const seconds = ((ended || performance.now()) - started) / 1_000
  return { ok: latencies.length, failed, seconds, latencies: Float64Array.from(latencies), next: mix.next }
}

function optionsFor(order: LoadOrder, mix: TextMix): autocannon.Options {
  const setupRequest = (request: autocannon.Request) => ({ ...request, ...signedText(order, mix) })
  return {
    url: order.url,
    connections: order.connections,
    timeout: 60,
    // Also how soon autocannon notices that it is done.
    sampleInt: 100,
    ...(order.amount === null ? { duration: NO_END } : { amount: order.amount }),
    requests: [{ method: 'POST', path: order.path, setupRequest }],
  }
}

/** Every text has an id and a signature of its own. */
function signedText({ publicUrl, path, to, signingKey }: LoadOrder, mix: TextMix) {
  const { contentType = '', body = '' } = textRequest({ ...mix.take(), to, id: randomUUID(), sentAt: Date.now() })
  const token = signWebhook({ url: publicUrl + path, body, signingKey, now: Date.now() })
  return { body, headers: { 'Content-Type': contentType, 'MessageBird-Signature-JWT': token } }
}
