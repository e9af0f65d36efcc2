import type { FailureReason } from '@textdesk/core/text'
import { parseProviderTime } from './provider-time.ts'
import { type ReportedState, reportedReason, reportedState } from './status-reasons.ts'
import { firstFilled, type WebhookFields } from './webhook-fields.ts'

export interface StatusReport {
  /** Our message id. At least one of this and `providerMessageId` is there. */
  readonly reference: string | null
  readonly providerMessageId: string | null
  /** Whom the text went to, E.164. */
  readonly recipient: string | null
  readonly state: ReportedState
  /** Only for texts that failed or expired. */
  readonly reason: FailureReason | null
  readonly errorCode: number | null
  /** What the provider wrote about it, code included. */
  readonly detail: string | null
  /** UTC milliseconds, by the provider's clock. */
  readonly at: number | null
  /** The customer opted out at the carrier. Only to be believed from a verified report. */
  readonly optedOutAtCarrier: boolean
  readonly segments: number | null
}

/** One delivery report, or null when it names no message or no known status. An unreadable detail loses only itself. */
export function parseStatusReport(fields: WebhookFields): StatusReport | null {
  const reference = read(fields, 'reference')
  const providerMessageId = read(fields, 'id')
  const state = reportedState(read(fields, 'status') ?? '')
  if (state === null || (reference === null && providerMessageId === null)) return null
  const errorCode = readInteger(fields, 'statuserrorcode')
  const words = read(fields, 'statusreason')
  const explanation = reportedReason(errorCode, words)
  return {
    reference,
    providerMessageId,
    recipient: readRecipient(fields),
    state,
    reason: state === 'failed' || state === 'expired' ? explanation : null,
    errorCode,
    detail: inFull(words, errorCode),
    at: parseProviderTime(read(fields, 'statusdatetime') ?? ''),
    optedOutAtCarrier: explanation === 'opted-out-at-carrier',
    segments: readInteger(fields, 'messagepartcount'),
  }
}

/** The number as the desk writes it: E.164. Null where there is none to be read. */
export function readRecipient(fields: WebhookFields): string | null {
  const digits = read(fields, 'recipient')?.replaceAll(/\D/g, '') ?? ''
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null
}

function inFull(words: string | null, errorCode: number | null): string | null {
  if (errorCode === null) return words
  return words === null ? `code ${errorCode}` : `${words} (code ${errorCode})`
}

function read(fields: WebhookFields, name: string): string | null {
  return firstFilled(fields, [name])?.trim() ?? null
}

/** Zero stands for none. */
function readInteger(fields: WebhookFields, name: string): number | null {
  const written = read(fields, name)
  return written !== null && /^0*[1-9]\d{0,8}$/.test(written) ? Number(written) : null
}
