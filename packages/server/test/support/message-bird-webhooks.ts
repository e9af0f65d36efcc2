import { signWebhook } from './sign-webhook.ts'

export type WebhookShape = 'form' | 'minimal-form' | 'json' | 'query' | 'short-code' | 'mms'

export interface PhoneText {
  readonly from: string
  readonly to: string
  readonly body: string
  readonly shape?: WebhookShape
  /** MessageBird's id of the text; left out of the minimal form, and of every shape when null. */
  readonly id?: string | null
  /** UTC milliseconds. */
  readonly sentAt?: number
  readonly mediaUrls?: readonly string[]
}

export interface Report {
  readonly reference?: string
  readonly id?: string
  readonly status: string
  readonly errorCode?: number
  readonly reason?: string
  readonly recipient?: string
  readonly method?: 'GET' | 'POST'
}

/** A request as it goes over the wire, without its signature. */
export interface WireRequest {
  readonly method: 'GET' | 'POST'
  /** Path and query. */
  readonly target: string
  readonly contentType?: string
  readonly body?: string
}

export interface WireAnswer {
  readonly status: number
  readonly body: string
}

const FORM = 'application/x-www-form-urlencoded'
const TEXTS = '/webhooks/messagebird'
const REPORTS = '/webhooks/messagebird/status'

/** MessageBird calling the desk: inbound texts in every shape, and delivery reports, signed if there is a key. */
export class MessageBirdWebhooks {
  readonly #deskUrl: URL
  readonly #publicUrl: string
  readonly #signingKey: string | null

  /** `deskUrl` is where the desk listens, `publicUrl` what it believes to be called. */
  constructor(to: { deskUrl: URL; publicUrl: string; signingKey: string | null }) {
    this.#deskUrl = to.deskUrl
    this.#publicUrl = to.publicUrl.replace(/\/$/, '')
    this.#signingKey = to.signingKey
  }

  sendText(sent: PhoneText): Promise<WireAnswer> {
    return this.deliver(textRequest(sent))
  }

  sendReport(report: Report): Promise<WireAnswer> {
    return this.deliver(reportRequest(report))
  }

  /** Signed afresh each time, as a retry may be; hand in the token of `sign` to replay one. */
  async deliver(request: WireRequest, token: string | null = this.sign(request)): Promise<WireAnswer> {
    const { method, target, contentType, body } = request
    const answer = await fetch(new URL(target, this.#deskUrl), {
      method,
      headers: {
        ...(token === null ? {} : { 'MessageBird-Signature-JWT': token }),
        ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
      },
      ...(body === undefined ? {} : { body }),
    })
    return { status: answer.status, body: await answer.text() }
  }

  sign({ target, body = '' }: WireRequest, now = Date.now()): string | null {
    if (this.#signingKey === null) return null
    return signWebhook({ url: this.#publicUrl + target, body, signingKey: this.#signingKey, now })
  }
}

export function textRequest({ shape = 'form', ...sent }: PhoneText): WireRequest {
  const fields = fieldsOf(shape, sent)
  if (shape === 'json') {
    return { method: 'POST', target: TEXTS, contentType: 'application/json', body: JSON.stringify(fields) }
  }
  const encoded = encode(fields)
  if (shape === 'query') return { method: 'GET', target: `${TEXTS}?${encoded}` }
  return { method: 'POST', target: TEXTS, contentType: FORM, body: encoded }
}

export function reportRequest({ method = 'GET', status, ...report }: Report): WireRequest {
  const encoded = encode({
    id: report.id,
    reference: report.reference,
    recipient: report.recipient ?? '12025550123',
    status,
    statusDatetime: iso(Date.now()),
    statusReason: report.reason,
    statusErrorCode: report.errorCode?.toString(),
    mccmnc: '310010',
    messagePartCount: '1',
    'price[amount]': '0.000',
    'price[currency]': 'USD',
  })
  if (method === 'GET') return { method, target: `${REPORTS}?${encoded}` }
  return { method, target: REPORTS, contentType: FORM, body: encoded }
}
