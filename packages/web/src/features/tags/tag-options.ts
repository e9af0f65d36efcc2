import { showsAnything } from '@textdesk/core/text'
import type { TagList } from '@textdesk/server/contract'

export interface TagOption {
  readonly tag: string
  /** Nobody used it yet. */
  readonly isNew: boolean
}

/** As the desk takes them. */
export const MAX_TAG_LENGTH = 40
export const MAX_TAGS = 20
const SHOWN = 8

/** What is offered for the letters typed so far: tags in use first, then the letters themselves as a new tag. */
export function tagOptions(known: TagList['items'], typed: string, taken: readonly string[]): TagOption[] {
  const letters = typed.trim().toLowerCase()
  const free = known.map(({ tag }) => tag).filter((tag) => !taken.some((one) => isSameTag(one, tag)))
  const starting = free.filter((tag) => tag.toLowerCase().startsWith(letters))
  const holding = free.filter((tag) => !starting.includes(tag) && tag.toLowerCase().includes(letters))
  const exact = starting.filter((tag) => isSameTag(tag, letters))
  const offered = [...new Set([...exact, ...starting, ...holding])]
    .slice(0, SHOWN)
    .map((tag) => ({ tag, isNew: false }))
  const isKnown = exact.length > 0 || taken.some((one) => isSameTag(one, letters))
  return !showsAnything(letters) || isKnown ? offered : [...offered, { tag: typed.trim(), isNew: true }]
}

export function isSameTag(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
