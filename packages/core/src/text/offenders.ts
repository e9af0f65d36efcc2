import { graphemes } from './graphemes.ts'
import { isGsm } from './gsm-alphabet.ts'

/** A stretch of a text, all of it either plain or not. */
export interface Run {
  readonly text: string
  /** Characters outside the GSM 03.38 alphabet: they force UCS-2 on the whole text. */
  readonly offends: boolean
}

/** The text in one piece after the other, so that what forces UCS-2 can be shown where it stands. */
export function offendingRuns(body: string): Run[] {
  const runs: Run[] = []
  for (const text of graphemes(body)) {
    const offends = !isGsm(text)
    const last = runs.at(-1)
    if (last?.offends === offends) runs[runs.length - 1] = { text: last.text + text, offends }
    else runs.push({ text, offends })
  }
  return runs
}
