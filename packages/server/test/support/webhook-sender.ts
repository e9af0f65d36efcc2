import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { WireRequest } from './message-bird-requests.ts'
import type { MessageBirdWebhooks, WireAnswer } from './message-bird-webhooks.ts'

/** Sends many webhooks at once over connections that stay open; lighter than `fetch`, which is felt with a thousand. */
export class WebhookSender {
  readonly #url: string
  readonly #webhooks: MessageBirdWebhooks
  readonly #agent: Agent

  constructor(to: { url: string; webhooks: MessageBirdWebhooks; connections: number }) {
    this.#url = to.url
    this.#webhooks = to.webhooks
    this.#agent = new Agent({ keepAlive: true, maxSockets: to.connections })
  }

  /** Signed afresh each time, as a retry may be. Rejects when the connection breaks. */
  deliver(wire: WireRequest): Promise<WireAnswer> {
    const { method, target, contentType, body } = wire
    const token = this.#webhooks.sign(wire)
    const headers = {
      ...(token === null ? {} : { 'MessageBird-Signature-JWT': token }),
      ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
    }
    return new Promise((resolve, reject) => {
      const sent = request(this.#url + target, { method, headers, agent: this.#agent }, (response) => {
        text(response).then((answer) => resolve({ status: response.statusCode ?? 0, body: answer }), reject)
      })
      sent.once('error', reject)
      sent.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}
