import { showsAnything } from './shows-anything.ts'

/** What is filled in for a placeholder. */
export interface CannedReplyValues {
  /** The contact's name; null when nobody wrote it down. */
  readonly name: string | null
  readonly ticket: number
  /** Who writes. */
  readonly agent: string
}

export interface RenderedReply {
  readonly text: string
  /** Placeholders that nothing is filled in for, as written; they are still in the text. */
  readonly unknown: readonly string[]
}

export const CANNED_PLACEHOLDERS = ['name', 'ticket', 'agent'] as const

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/** Fills in `{{name}}`, `{{ticket}}` and `{{agent}}`. Where there is no name, the space beside it goes too: "Hi {{name}}," is "Hi,". */
export function renderCannedReply(body: string, values: CannedReplyValues): RenderedReply {
  const unknown: string[] = []
  let text = ''
  let from = 0
  for (const match of body.matchAll(PLACEHOLDER)) {
    const value = valueFor(match[1] ?? '', values)
    if (value === undefined) unknown.push(match[0])
    const between = body.slice(from, match.index)
    from = match.index + match[0].length
    if (value !== '') text += between + (value ?? match[0])
    else [text, from] = withoutSpace(text + between, body, from)
  }
  return { text: text + body.slice(from), unknown }
}

/** Undefined for a placeholder that nobody knows. */
function valueFor(placeholder: string, { name, ticket, agent }: CannedReplyValues): string | undefined {
  const values = {
    name: name !== null && showsAnything(name) ? name.trim() : '',
    ticket: String(ticket),
    agent: agent.trim(),
  }
  const known = CANNED_PLACEHOLDERS.find((one) => one === placeholder.toLowerCase())
  return known && values[known]
}

/** The text before an empty value and the place to go on from, with one of the two spaces around it left out. */
function withoutSpace(before: string, body: string, from: number): [string, number] {
  const after = body.charAt(from)
  if (before.endsWith(' ') && !LETTER_OR_DIGIT.test(after)) return [before.slice(0, -1), from]
  const startsLine = before === '' || before.endsWith('\n')
  return [before, startsLine && after === ' ' ? from + 1 : from]
}
