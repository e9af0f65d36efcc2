import { joinedRuns, type Run, runsOf } from './runs.ts'

/** In code points. Words that agree so far are the same to search. */
const TOKEN_LENGTH = 64
/** PostgreSQL knows places up to 16,383. */
const MAX_TOKENS = 10_000

/**
 * What an index holds of a text, in its order. Words stand as they are. Of what is written without spaces each sign stands with
 * its next, and the last alone: any part of it is then found as pairs in a row, a single sign as a beginning.
 */
export function tokensOf(text: string): string[] {
  return PLAIN.test(text) ? plainTokens(text) : tokensOfRuns(allRuns(text))
}

/** Words with the ways they may be written together. */
export function allRuns(text: string): Run[] {
  const runs = runsOf(text)
  return [...runs, ...joinedRuns(text, runs)]
}

function tokensOfRuns(runs: readonly Run[]): string[] {
  return runs.flatMap((run) => (run.kind === 'word' ? [shortened(run.text)] : pairsOf(run.text))).slice(0, MAX_TOKENS)
}

export function pairsOf(signs: string): string[] {
  const points = [...signs]
  return points.map((sign, place) => sign + (points[place + 1] ?? ''))
}

export function shortened(word: string): string {
  return word.length <= TOKEN_LENGTH ? word : [...word].slice(0, TOKEN_LENGTH).join('')
}

/** Most texts: nothing to fold but case, nothing to join. */
const PLAIN = /^[\n\r !"#$%&()*+,./0-9:;<=>?@A-Z[\\\]^_a-z{|}~]*$/

function plainTokens(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(shortened).slice(0, MAX_TOKENS)
}
