import type { TicketSummary } from '@textdesk/server/contract'

interface ExcerptPart {
  readonly text: string
  /** It is what was searched for. */
  readonly isFound: boolean
}

/** What is read before the first found word; a line of a list has room for little more. */
const BEFORE = 16
const LENGTH = 160

/** A line of the message around the first found word. */
export function excerpt({ body, ranges }: NonNullable<TicketSummary['hit']>): ExcerptPart[] {
  const from = beginning(body, ranges[0]?.[0] ?? 0)
  const parts: ExcerptPart[] = from > 0 ? [{ text: '… ', isFound: false }] : []
  let at = from
  for (const [start, end] of ranges) {
    if (start >= from + LENGTH) break
    parts.push({ text: body.slice(at, start), isFound: false }, { text: body.slice(start, end), isFound: true })
    at = end
  }
  const rest = [...body.slice(at, Math.max(at, from + LENGTH) + 1)].slice(0, -1).join('')
  parts.push({ text: body.length <= from + LENGTH ? body.slice(at) : rest, isFound: false })
  return parts.filter(({ text }) => text !== '')
}

/** The start of a word, so that none is cut where there are spaces. */
function beginning(body: string, found: number): number {
  if (found <= BEFORE) return 0
  const before = body.slice(found - BEFORE, found)
  const space = before.search(/\s\S/)
  if (space >= 0) return found - BEFORE + space + 1
  return found - BEFORE + (/^[\udc00-\udfff]/.test(before) ? 1 : 0)
}
