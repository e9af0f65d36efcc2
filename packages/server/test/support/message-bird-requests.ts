/** What MessageBird writes on the wire, shape by shape. */
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

const FORM = 'application/x-www-form-urlencoded'
const TEXTS = '/webhooks/messagebird'
const REPORTS = '/webhooks/messagebird/status'

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
    // The desk believes a report that names nobody; one that names somebody else is refused.
    recipient: report.recipient,
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

function fieldsOf(shape: WebhookShape, sent: PhoneText): Record<string, string | readonly string[] | undefined> {
  const id = sent.id === undefined ? crypto.randomUUID().replaceAll('-', '') : (sent.id ?? undefined)
  const {
    from,
    to,
    body,
    sentAt = Date.now(),
    mediaUrls = [],
  } = { ...sent, from: msisdn(sent.from), to: msisdn(sent.to) }
  if (shape === 'minimal-form') return { originator: `+${from}`, payload: body }
  if (shape === 'short-code') {
    return {
      shortcode: to,
      mid: id,
      message: body,
      originator: from,
      receive_datetime: iso(sentAt).replaceAll(/\D/g, '').slice(0, 14),
    }
  }
  const common = { originator: from, recipient: to, message_id: id, createdDatetime: iso(sentAt) }
  if (shape === 'mms') return { ...common, ...(body === '' ? {} : { body }), mediaUrls }
  const unix = String(Math.floor(sentAt / 1_000))
  const names = { message: body, body, payload: body, receiver: to, sender: from, date: unix, date_utc: unix }
  return { ...common, id, reference: '47749346971', ...names }
}

/** The plus of a time zone goes out undecoded, as it does in the wild. */
function encode(fields: Record<string, string | readonly string[] | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value ?? []].flat()) query.append(name, one)
  }
  return query.toString().replaceAll(/%2B(\d\d)%3A(\d\d)(?=&|$)/g, '+$1:$2')
}

function iso(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d+Z$/, '+00:00')
}

function msisdn(number: string): string {
  return number.replace(/^\+/, '')
}
