import type { Address } from '@textdesk/core'
import { parseAddress } from '../../phone/parse-address.ts'
import { parseProviderTime } from './provider-time.ts'
import { receiptKey } from './receipt-key.ts'
import { firstFilled, firstPresent, type WebhookFields } from './webhook-fields.ts'

export interface InboundText {
  readonly from: Address
  /** The number or short code it was sent to; E.164 for a number. */
  readonly to: string | null
  readonly body: string
  /** Equal for every delivery of the same text; null when nothing tells, and then it is always stored. */
  readonly receiptKey: string | null
  /** UTC milliseconds, by the provider's clock. */
  readonly sentAt: number | null
  /** What the provider calls it. */
  readonly providerId: string | null
}

export type InboundTextReading =
  | { readonly ok: true; readonly text: InboundText }
  | { readonly ok: false; readonly missing: 'originator' | 'content' }

/** Names in lower case, in order of precedence. `date` is no time: it is the local one of nobody knows where. */
const NAMES = {
  text: ['payload', 'incomingmessage', 'body', 'message'],
  from: ['originator', 'sender'],
  to: ['recipient', 'receiver', 'shortcode'],
  id: ['message_id', 'mid', 'id'],
  time: ['createddatetime', 'currenttime', 'receive_datetime', 'date_utc'],
} as const
const MEDIA = /^mediaurls(\[\d*\])?$/

/** One inbound text, whatever way its number was set up at MessageBird. `jti` is the id of the request's signature. */
export function parseInboundText(fields: WebhookFields, jti: string | null): InboundTextReading {
  const originator = firstFilled(fields, NAMES.from)
  if (originator === null) return { ok: false, missing: 'originator' }
  const body = readBody(fields)
  if (body === null) return { ok: false, missing: 'content' }
  const from = parseAddress(originator)
  const recipient = firstFilled(fields, NAMES.to)
  const to = recipient === null ? null : parseAddress(recipient).value
  const sentAt = readTime(fields)
  const id = firstFilled(fields, NAMES.id)?.trim() ?? null
  const key = receiptKey({ id, from, to, body, sentAt, jti })
  return { ok: true, text: { from, to, body, sentAt, providerId: id, receiptKey: key } }
}

/** Pictures stand as links below the text. Null when there is neither; a text that is there but empty is an empty text. */
function readBody(fields: WebhookFields): string | null {
  const text = firstFilled(fields, NAMES.text) ?? firstPresent(fields, NAMES.text)
  const links = readMedia(fields)
  if (text === null && links.length === 0) return null
  return [...(text ? [text] : []), ...links].join('\n')
}

function readMedia(fields: WebhookFields): string[] {
  const links: string[] = []
  for (const [name, values] of fields) {
    if (MEDIA.test(name)) links.push(...values.map((value) => value.trim()).filter((value) => value !== ''))
  }
  return links
}

/** The first time that can be read, so that one bad field hides no good one. */
function readTime(fields: WebhookFields): number | null {
  for (const name of NAMES.time) {
    const written = firstFilled(fields, [name])
    const moment = written === null ? null : parseProviderTime(written)
    if (moment !== null) return moment
  }
  return null
}
