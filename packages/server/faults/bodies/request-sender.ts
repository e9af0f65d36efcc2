import { Agent, request } from 'node:http'
import { PUBLIC_URL, SIGNING_KEY } from '../../test/support/live-settings.ts'
import { signWebhook } from '../../test/support/sign-webhook.ts'
import type { HostileRequest } from './hostile-request.ts'

/** Null: the desk ended the connection instead of answering. */
export type Status = number | null

const PATIENCE_MS = 30_000

/** Sends any bytes over connections that stay open. */
export class RequestSender {
  readonly #url: URL
  readonly #agent: Agent

  constructor(url: string, connections: number) {
    this.#url = new URL(url)
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  send({ method, target, headers, body, signed }: HostileRequest): Promise<Status> {
    const { hostname, port, host } = this.#url
    const length = method === 'GET' ? [] : ['Content-Length', String(body.length)]
    const all = ['Host', host, ...headers, ...length, ...(signed ? signature(target, body) : [])]
    return new Promise((resolve) => {
      const sent = request({ agent: this.#agent, hostname, port, method, path: target, headers: all }, (response) => {
        response.resume()
        response.once('close', () => resolve(response.statusCode ?? null))
      })
      sent.setTimeout(PATIENCE_MS, () => sent.destroy())
      sent.once('error', () => resolve(null))
      sent.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}

function signature(target: string, body: Buffer): string[] {
  const url = PUBLIC_URL + target
  return ['MessageBird-Signature-JWT', signWebhook({ url, body, signingKey: SIGNING_KEY, now: Date.now() })]
}
