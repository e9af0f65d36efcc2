import { MAX_SEGMENTS, measure } from '../../text/segments.ts'
import { showsAnything } from '../../text/shows-anything.ts'
import { DomainError } from '../errors.ts'

/**
 * The number of SMS parts the body takes.
 * @throws DomainError `message-empty`, `message-too-long`
 */
export function requireSendable(body: string): number {
  requireWords(body)
  const { segments } = measure(body)
  if (segments > MAX_SEGMENTS) {
    throw new DomainError(
      'message-too-long',
      `This takes ${segments} parts; a text has ${MAX_SEGMENTS} at most. Shorten it or send it in two.`,
      { segments, limit: MAX_SEGMENTS },
    )
  }
  return segments
}

/** @throws DomainError `message-empty` */
export function requireWords(body: string): void {
  if (!showsAnything(body)) throw new DomainError('message-empty', 'There is nothing to send. Write something first.')
}
