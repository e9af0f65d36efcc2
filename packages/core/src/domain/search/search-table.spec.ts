import { describe, expect, it } from 'vitest'
import { queriesIn, SEARCH_CASES } from '../../../testing/suites/search-table.ts'
import { holdsAll, rangesIn } from './hits.ts'
import { phraseOf, readSearch } from './search-query.ts'
import { tokensOf } from './tokens.ts'

function termsOf(query: string) {
  const read = readSearch(query)
  if (!read) throw new Error(`Nothing to look for in ${query}`)
  return read.terms
}

/** As an index finds: phrases of tokens, past the runs that they were cut from. */
function isFoundByTokens(text: string, query: string): boolean {
  const held = tokensOf(text)
  return termsOf(query).every((term) => {
    const { tokens, isBeginning } = phraseOf(term)
    return held.some((_, at) =>
      tokens.every((token, place) => {
        const there = held[at + place] ?? ''
        return isBeginning && place === tokens.length - 1 ? there.startsWith(token) : there === token
      }),
    )
  })
}

describe('words in many scripts', () => {
  for (const { script, text, found, not } of SEARCH_CASES) {
    it(`are found in ${script}, and no others`, () => {
      const wrong = [
        ...queriesIn(found).filter((query) => !holdsAll(text, termsOf(query)) || !isFoundByTokens(text, query)),
        ...queriesIn(not).filter((query) => holdsAll(text, termsOf(query)) || isFoundByTokens(text, query)),
      ]
      expect(wrong).toEqual([])
      for (const query of queriesIn(found)) expect(rangesIn(text, termsOf(query)), query).not.toEqual([])
    })
  }

  it('are at least 200 queries in 20 scripts', () => {
    expect(SEARCH_CASES.flatMap(({ found, not }) => queriesIn(`${found}|${not}`)).length).toBeGreaterThanOrEqual(200)
    expect(SEARCH_CASES.length).toBeGreaterThanOrEqual(20)
  })
})
