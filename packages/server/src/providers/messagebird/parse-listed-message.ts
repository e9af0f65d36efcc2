import type { ListedSend, ListedText } from '@textdesk/core'
import { isSameNumber } from '@textdesk/core/text'
import { parseAddress } from '../../phone/parse-address.ts'
import { parseProviderTime } from './provider-time.ts'
import { receiptKey } from './receipt-key.ts'
import { reportedReason, reportedState } from './status-reasons.ts'

interface Listed {
  readonly id: string
  readonly direction: string
  readonly originator: string
  readonly recipient: string
  readonly body: string
  readonly reference: string | null
  readonly at: number
  readonly status: string
  readonly statusReason: string | null
  readonly statusErrorCode: number | null
}

/** A text to the number, or null for everything else that a list may hold. */
export function parseListedText(item: unknown, number: string): ListedText | null {
  const listed = readListed(item)
  if (listed === null || listed.direction !== 'mo' || !isNumber(listed.recipient, number)) return null
  const { id, originator, body, at } = listed
  const from = parseAddress(originator)
  return { providerId: id, receiptKey: keyOf({ id, from, to: number, body, at }), from, body, at }
}

/** A text from the number, or null for everything else. A status that nobody knows still says that the provider has it. */
export function parseListedSend(item: unknown, number: string): ListedSend | null {
  const listed = readListed(item)
  if (listed === null || listed.direction !== 'mt' || !isNumber(listed.originator, number)) return null
  const { id, reference, at, status, statusErrorCode, statusReason } = listed
  const state = reportedState(status) ?? 'accepted'
  const reason = state === 'failed' || state === 'expired' ? reportedReason(statusErrorCode, statusReason) : null
  return { providerMessageId: id, reference, state, status, reason, at }
}

function keyOf(text: Pick<ListedText, 'from' | 'body' | 'at'> & { id: string; to: string }): string {
  const key = receiptKey({ ...text, sentAt: text.at, jti: null })
  if (key === null) throw new Error('A listed text has an id')
  return key
}

/** Null without an id, a sender or a time. */
function readListed(item: unknown): Listed | null {
  const fields = record(item)
  const recipient = record(list(record(fields.recipients).items)[0])
  const [id, originator] = [text(fields.id), text(fields.originator)]
  const at = parseProviderTime(text(fields.createdDatetime)) ?? parseProviderTime(text(recipient.statusDatetime))
  if (id === '' || originator === '' || at === null) return null
  return {
    id,
    originator,
    at,
    direction: text(fields.direction),
    recipient: text(recipient.recipient),
    body: typeof fields.body === 'string' ? fields.body : '',
    reference: text(fields.reference) || null,
    status: text(recipient.status),
    statusReason: text(recipient.statusReason) || null,
    statusErrorCode: Number(text(recipient.statusErrorCode)) || null,
  }
}

function isNumber(written: string, number: string): boolean {
  return isSameNumber(parseAddress(written).value, number)
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Numbers come as numbers. */
function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
