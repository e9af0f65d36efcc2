import { showsAnything } from '../../text/shows-anything.ts'
import { DomainError } from '../errors.ts'
import { requireShown } from '../require-shown.ts'

const SHORTCUT = /^[a-z0-9-]{1,40}$/
const MAX_TITLE_LENGTH = 80
/** As long as a text can be when it is sent in nine parts, and some more for placeholders. */
const MAX_BODY_LENGTH = 1_600

/** @throws DomainError `invalid-input` */
export function readShortcut(shortcut: string): string {
  if (SHORTCUT.test(shortcut)) return shortcut
  const problem = 'A shortcut has 1 to 40 small letters, digits and hyphens, e.g. "opening-hours".'
  throw new DomainError('invalid-input', problem, { field: 'shortcut' })
}

/** A title that shows nothing counts as none. @throws DomainError `invalid-input` */
export function readTitle(title: string | null): string | null {
  const trimmed = title !== null && showsAnything(title) ? title.trim() : null
  if (trimmed === null || trimmed.length <= MAX_TITLE_LENGTH) return trimmed
  throw new DomainError('invalid-input', `A title has ${MAX_TITLE_LENGTH} characters at most.`, { field: 'title' })
}

/** @throws DomainError `invalid-input`; `message-empty` for one that shows nothing */
export function readBody(body: string): string {
  requireShown(body, 'body', 'This canned reply shows nothing. Write something first.')
  if (body.length <= MAX_BODY_LENGTH) return body
  const problem = `A canned reply has 1 to ${MAX_BODY_LENGTH} characters.`
  throw new DomainError('invalid-input', problem, { field: 'body' })
}

export function shortcutTaken(shortcut: string): DomainError {
  return new DomainError('shortcut-taken', `There is a canned reply "/${shortcut}" already. Choose another shortcut.`, {
    field: 'shortcut',
  })
}
