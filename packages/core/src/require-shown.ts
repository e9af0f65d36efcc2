import { DomainError } from './errors.ts'
import { showsAnything } from './text/shows-anything.ts'

/**
 * The text without the blanks around it, where a reader sees something of it.
 * @throws DomainError `message-empty` with the sentence and the name of the field.
 */
export function requireShown(text: string, field: string, sentence: string): string {
  if (showsAnything(text)) return text.trim()
  throw new DomainError('message-empty', sentence, { field })
}

/** The name of somebody or of something. @throws DomainError `message-empty` */
export function requireName(name: string): string {
  return requireShown(name, 'name', 'This name shows nothing. Write one that can be read.')
}
