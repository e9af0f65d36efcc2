import { DomainError } from '../errors.ts'

export const MOST_TAGS = 20
const LONGEST_TAG = 40

/** What makes two tags the same one, whatever their spelling. */
export function tagKey(tag: string): string {
  return tag.normalize('NFC').toLowerCase()
}

/**
 * Trimmed, each once, in the order given.
 * @throws DomainError `invalid-input`
 */
export function readTags(given: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const each of given) {
    const tag = readTag(each)
    if (!byKey.has(tagKey(tag))) byKey.set(tagKey(tag), tag)
  }
  if (byKey.size > MOST_TAGS) {
    const problem = `A ticket has ${MOST_TAGS} tags at most. Take some off.`
    throw new DomainError('invalid-input', problem, { field: 'tags' })
  }
  return [...byKey.values()]
}

/** One tag, trimmed. @throws DomainError `invalid-input` */
export function readTag(given: string): string {
  const tag = given.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
  if (tag === '' || [...tag].length > LONGEST_TAG) {
    throw new DomainError('invalid-input', `A tag has 1 to ${LONGEST_TAG} characters. Shorten it.`, { field: 'tags' })
  }
  return tag
}
