import type { SendOutcome } from '@textdesk/core'
import type { FailureReason } from '@textdesk/core/text'

/** What the SDK told of one send. It tells nothing of the HTTP status, and its types are wrong about errors. */
export interface SdkAnswer {
  readonly error: unknown
  readonly message: unknown
}

/** What was seen of the request itself. */
export interface SendEvidence {
  /** Whether the connection stood, so that bytes of the text may have left. */
  readonly connected: boolean
  /** The HTTP status, if any came. */
  readonly status: number | null
  readonly retryAfterMs: number | null
}

interface ApiError {
  readonly code: number
  readonly description: string
  readonly parameter: string | null
}

/** MessageBird's error codes: 2 not allowed, 9 missing, 10 invalid, 20 not found, 21 bad request, 25 not enough balance. */
const REASONS: Readonly<Record<number, FailureReason>> = {
  2: 'not-allowed',
  9: 'invalid-recipient',
  10: 'invalid-recipient',
  20: 'rejected',
  21: 'rejected',
  25: 'no-balance',
}
const PARAMETER_CODES: readonly number[] = [9, 10]
const THROTTLED = 'API rate limit exceeded'

/**
 * What became of a text. In doubt it is uncertain: "later" only when it surely was not taken, since the machine sends it
 * again then.
 */
export function classifySend({ error, message }: SdkAnswer, evidence: SendEvidence): SendOutcome {
  if (evidence.status === 429 || property(message, 'message') === THROTTLED) {
    return { kind: 'retry-later', reason: 'throttled', retryAfterMs: evidence.retryAfterMs, pausesNumber: true }
  }
  if (!evidence.connected) {
    return { kind: 'retry-later', reason: unreachable(error), retryAfterMs: null, pausesNumber: false }
  }
  if (isRefusal(evidence.status)) return reject(apiErrors(error), evidence.status)
  const id = property(message, 'id')
  if (isSuccess(evidence.status) && !error && typeof id === 'string' && id !== '') {
    return { kind: 'accepted', providerMessageId: id }
  }
  return { kind: 'uncertain', reason: doubt(evidence.status) }
}

/** 408 says that the request was slow, not that it was not taken. */
function isRefusal(status: number | null): status is number {
  return status !== null && status >= 400 && status < 500 && status !== 408
}

function isSuccess(status: number | null): boolean {
  return status === null || (status >= 200 && status < 300)
}

function reject(errors: readonly ApiError[], status: number): SendOutcome {
  const [first] = errors
  if (!first) return { kind: 'rejected', reason: 'rejected', detail: `HTTP ${status}` }
  const detail = errors.map(({ description, code }) => `${description} (code ${code})`).join('; ')
  return { kind: 'rejected', reason: reasonOf(first), detail }
}

/** Codes 9 and 10 are about the parameter they name. */
function reasonOf({ code, parameter }: ApiError): FailureReason {
  if (PARAMETER_CODES.includes(code) && !/^recipients?$/.test(parameter ?? '')) return 'rejected'
  return REASONS[code] ?? 'rejected'
}

function apiErrors(error: unknown): ApiError[] {
  const errors = property(error, 'errors')
  if (!Array.isArray(errors)) return []
  return errors.map((entry) => ({
    code: Number(property(entry, 'code')),
    description: String(property(entry, 'description') ?? 'refused'),
    parameter: typeof property(entry, 'parameter') === 'string' ? String(property(entry, 'parameter')) : null,
  }))
}

function unreachable(error: unknown): string {
  const cause = property(error, 'error')
  return `not reachable: ${String(property(cause, 'code') ?? property(error, 'code') ?? 'time-out')}`
}

function doubt(status: number | null): string {
  return status === null ? 'no answer' : `unclear answer: HTTP ${status}`
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
