import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import { textRequest } from '../../test/support/message-bird-requests.ts'
import { signWebhook } from '../../test/support/sign-webhook.ts'
import type { LoadOrder, LoadReport } from './load-messages.ts'
import { TextMix } from './text-mix.ts'

process.on('message', (order: LoadOrder) => void send(order).then((report) => process.send?.(report)))
process.on('disconnect', () => process.exit())

async function send(order: LoadOrder): Promise<LoadReport> {
  const mix = new TextMix(order.conversations)
  const latencies: number[] = []
  const started = performance.now()
  let lastAnswer = started
  let failed = 0
  await new Promise((resolve) => {
    const cannon = autocannon(optionsFor(order, mix), resolve)
    cannon.on('response', (_client, status, _bytes, duration) => {
      lastAnswer = performance.now()
      if (status === 200) latencies.push(duration)
      else failed += 1
    })
    cannon.on('reqError', () => {
      failed += 1
    })
  })
  const seconds = (lastAnswer - started) / 1_000
  return { ok: latencies.length, failed, seconds, latencies: Float64Array.from(latencies), next: mix.next }
}

function optionsFor(order: LoadOrder, mix: TextMix): autocannon.Options {
  const setupRequest = (request: autocannon.Request) => ({ ...request, ...signedText(order, mix) })
  return {
    url: order.url,
    connections: order.connections,
    amount: order.texts,
    timeout: 60,
    // How soon autocannon notices that it is done.
    sampleInt: 100,
    requests: [{ method: 'POST', path: order.path, setupRequest }],
  }
}

/** Every text has an id and a signature of its own. */
function signedText({ publicUrl, path, to, signingKey }: LoadOrder, mix: TextMix) {
  const { contentType = '', body = '' } = textRequest({ ...mix.take(), to, id: randomUUID(), sentAt: Date.now() })
  const token = signWebhook({ url: publicUrl + path, body, signingKey, now: Date.now() })
  return { body, headers: { 'Content-Type': contentType, 'MessageBird-Signature-JWT': token } }
}
