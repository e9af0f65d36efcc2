import { createHash } from 'node:crypto'
import type { Address } from '@textdesk/core'

export interface ReceiptFacts {
  readonly id: string | null
  readonly from: Address
  readonly to: string | null
  readonly body: string
  readonly sentAt: number | null
  /** The id of the request's signature, if it was signed. */
  readonly jti: string | null
}

/**
 * What tells a repeated delivery from a second text. A retry may carry a fresh signature, so the message's own id decides
 * before its content, and its content before the signature. Null means nothing tells, and then the text is always taken:
 * the same "Yes" twice in a year is two texts.
 */
export function receiptKey({ id, from, to, body, sentAt, jti }: ReceiptFacts): string | null {
  if (id !== null) return digest(`id:${id}`)
  if (sentAt !== null) return digest(`content:${JSON.stringify([from.kind, from.value, to, body, sentAt])}`)
  return jti === null ? null : digest(`jti:${jti}`)
}

function digest(tagged: string): string {
  return createHash('sha256').update(tagged).digest('hex')
}
