import type { IncomingHttpHeaders } from 'node:http'
import { HttpProblem } from '../../problem.ts'

const MAX_UNDO_KEY_LENGTH = 64

/**
 * What a client calls an action, so that it can undo it: `DELETE /api/tickets/:number/actions/:key`. Null without one.
 * @throws HttpProblem `undo-key-invalid`
 */
export function readUndoKey(headers: IncomingHttpHeaders): string | null {
  const key = String(headers['undo-key'] ?? '').trim()
  if (key.length <= MAX_UNDO_KEY_LENGTH) return key === '' ? null : key
  const detail = `The Undo-Key is longer than ${MAX_UNDO_KEY_LENGTH} characters. Send a UUID.`
  throw new HttpProblem(400, 'undo-key-invalid', detail)
}
