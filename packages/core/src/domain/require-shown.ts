import { showsAnything } from '../text/shows-anything.ts'
import { DomainError } from './errors.ts'

/**
 * The text without the blanks around it, where a reader sees something of it.
 * @throws DomainError `message-empty` with the sentence and the name of the field.
 */
export function requireShown(text: string, field: string, sentence: string): string {
  if (showsAnything(text)) return text.trim()
  throw new DomainError('message-empty', sentence, { field })
}

/** The name of somebody or of something, composed (Unicode NFC). @throws DomainError `message-empty`, `invalid-input` */
export function requireName(name: string): string {
  const shown = requireShown(name, 'name', 'This name shows nothing. Write one that can be read.').normalize('NFC')
  if (!/\p{Cc}/u.test(shown)) return shown
  throw new DomainError('invalid-input', 'This name has a control character in it. Type it by hand.', { field: 'name' })
}
