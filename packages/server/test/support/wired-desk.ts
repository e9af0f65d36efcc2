import { useCases } from '@textdesk/core'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Message, TicketSummary, TimelineItem } from '../../src/http/contract/index.ts'
import { DESK_NUMBER, LIVE, METRICS_TOKEN, PUBLIC_URL, SIGNING_KEY } from './live-settings.ts'
import { type PhoneText, type Report, reportRequest, textRequest, type WireRequest } from './message-bird-requests.ts'
import { openDesk, type PeopledDesk } from './open-desk.ts'
import { signWebhook } from './sign-webhook.ts'

export const CUSTOMER = '+12025550123'

type Sent = Partial<PhoneText> & { readonly body: string }

/** A desk in this process with MessageBird on the other side of its webhooks. */
export class WiredDesk {
  readonly desk: PeopledDesk

  private constructor(desk: PeopledDesk) {
    this.desk = desk
  }

  static async open(options: Parameters<typeof openDesk>[0] = {}): Promise<WiredDesk> {
    return new WiredDesk(await openDesk({ ...options, env: { ...LIVE, ...options.env } }))
  }

  /** A customer texts the desk, a second after whatever was before. */
  text(sent: string | Sent): Promise<LightMyRequestResponse> {
    const { from = CUSTOMER, to = DESK_NUMBER, ...more } = typeof sent === 'string' ? { body: sent } : sent
    return this.deliver(textRequest({ sentAt: this.desk.clock.advance(1_000), ...more, from, to }))
  }

  report(report: Report): Promise<LightMyRequestResponse> {
    return this.deliver(reportRequest(report))
  }

  deliver(request: WireRequest, token: string | null = this.sign(request)): Promise<LightMyRequestResponse> {
    const { method, target: url, contentType, body: payload } = request
    const headers = {
      ...(token !== null && { 'messagebird-signature-jwt': token }),
      ...(contentType !== undefined && { 'content-type': contentType }),
    }
    return this.desk.app.inject({ method, url, headers, ...(payload !== undefined && { payload }) } as InjectOptions)
  }

  sign({ target, body = '' }: WireRequest, signingKey = SIGNING_KEY): string {
    return signWebhook({ url: PUBLIC_URL + target, body, signingKey, now: this.desk.clock.now() })
  }

  /** What Prometheus reads. */
  async metrics(): Promise<string> {
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` }
    return (await this.desk.app.inject({ url: '/metrics', headers })).body
  }

  /** What the dispatcher would do until nothing is due. */
  async dispatch(): Promise<void> {
    const claim = this.desk.container.resolve(useCases.claimDueMessages)
    const send = this.desk.container.resolve(useCases.sendClaimedMessage)
    for (;;) {
      const { token, messageIds } = await claim.execute({ limit: 100 })
      if (messageIds.length === 0) return
      for (const messageId of messageIds) await send.execute({ messageId, token })
    }
  }

  /** The hold of a reply runs out, and everything due is sent. */
  async passHold(): Promise<void> {
    this.desk.clock.advance(5_000)
    await this.dispatch()
  }

  async ticket(number = 1): Promise<TicketSummary> {
    return (await this.desk.agent.get(`/api/tickets/${number}`)).json()
  }

  /** The numbers of the tickets that the agent's list shows. */
  async list(query: string): Promise<number[]> {
    const { items } = (await this.desk.agent.get(`/api/tickets?${query}`)).json()
    return items.map(({ number }: TicketSummary) => number)
  }

  async timeline(number = 1): Promise<TimelineItem[]> {
    return (await this.desk.agent.get(`/api/tickets/${number}/messages`)).json().items
  }

  async message(id: string, number = 1): Promise<Message> {
    const found = (await this.timeline(number)).find((item) => item.id === id)
    if (found?.type !== 'message') throw new Error(`There is no message ${id}`)
    return found
  }

  /** The agent replies to ticket 1. */
  reply(body: string, more: object = {}, key: string = crypto.randomUUID()): Promise<LightMyRequestResponse> {
    return this.desk.agent.post('/api/tickets/1/replies', { body, ...more }, { 'idempotency-key': key })
  }
}
