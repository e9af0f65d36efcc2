import type { IncomingHttpHeaders } from 'node:http'
import { HttpProblem } from '../../problem.ts'

const MAX_KEY_LENGTH = 200

/**
 * For what texts a customer.
 * @throws HttpProblem `idempotency-key-missing`, `idempotency-key-invalid`: without it a repeat would text the customer twice.
 */
export function requireIdempotencyKey(headers: IncomingHttpHeaders): string {
  const key = readIdempotencyKey(headers)
  if (key !== null) return key
  const detail =
    'Send an Idempotency-Key header, e.g. a new UUID for each reply, so that a repeated request sends one text.'
  throw new HttpProblem(400, 'idempotency-key-missing', detail)
}

/**
 * What makes a repeated request the same request.
 * @throws HttpProblem `idempotency-key-invalid`
 */
export function readIdempotencyKey(headers: IncomingHttpHeaders): string | null {
  const key = String(headers['idempotency-key'] ?? '').trim()
  if (key.length > MAX_KEY_LENGTH) {
    const detail = `The Idempotency-Key is longer than ${MAX_KEY_LENGTH} characters. Send a UUID.`
    throw new HttpProblem(400, 'idempotency-key-invalid', detail)
  }
  return key === '' ? null : key
}
