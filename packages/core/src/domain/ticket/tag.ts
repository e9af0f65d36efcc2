import { DomainError } from '../errors.ts'
import { requireShown } from '../require-shown.ts'

export const MAX_TAGS = 20
const MAX_TAG_LENGTH = 40
const NOTHING_SHOWN = 'This tag shows nothing. Write one that can be read.'
/** Two tags that look the same are one. Joiners and variation selectors stay: they change how what is beside them looks. */
const UNSEEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g

/** What makes two tags the same one, whatever their spelling. */
export function tagKey(tag: string): string {
  return tag.normalize('NFC').toLowerCase()
}

/**
 * Trimmed, each once, in the order given.
 * @throws DomainError `invalid-input`; `message-empty` for a tag that shows nothing
 */
export function readTags(given: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const each of given) {
    const tag = readTag(each)
    if (!byKey.has(tagKey(tag))) byKey.set(tagKey(tag), tag)
  }
  if (byKey.size > MAX_TAGS) {
    const problem = `A ticket has ${MAX_TAGS} tags at most. Take some off.`
    throw new DomainError('invalid-input', problem, { field: 'tags' })
  }
  return [...byKey.values()]
}

/** One tag, trimmed. @throws DomainError `message-empty` where it shows nothing, `invalid-input` */
export function readTag(given: string): string {
  const shown = requireShown(given.normalize('NFC').replaceAll(UNSEEN, ''), 'tags', NOTHING_SHOWN)
  const tag = shown.replaceAll(/\s+/g, ' ')
  if ([...tag].length > MAX_TAG_LENGTH) {
    throw new DomainError('invalid-input', `A tag has 1 to ${MAX_TAG_LENGTH} characters. Shorten it.`, {
      field: 'tags',
    })
  }
  return tag
}
