import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactTokens } from './contact-tokens.ts'
import { foldSign } from './fold.ts'
import { holdsAll, rangesIn } from './hits.ts'
import { type Phrase, phraseOf, readSearch } from './search-query.ts'
import { tokensOf } from './tokens.ts'

const termsOf = (typed: string) => readSearch(typed)?.terms ?? []
const word = fc.stringMatching(/^[a-zA-Zà-öø-ÿα-ωа-яё]{2,12}$/)
const signs = fc.stringMatching(/^[ぁ-んァ-ヶ一-龥가-힣ก-ฮ]{1,20}$/)
const anything = fc.string({ unit: 'binary', maxLength: 40 })

/** No half of a character is in it. */
const isWhole = (text: string) => !/\p{Cs}/u.test(text)

/** As both indexes compare. */
function stands(held: readonly string[], { tokens, isBeginning }: Phrase): boolean {
  return held.some((_, at) =>
    tokens.every((token, place) => {
      const there = held[at + place] ?? ''
      return isBeginning && place === tokens.length - 1 ? there.startsWith(token) : there === token
    }),
  )
}

describe('search, whatever is written', () => {
  it('finds a word by each of its beginnings, with accents or without, in any case', () => {
    fc.assert(
      fc.property(word, fc.nat(), anything, (written, cut, around) => {
        const start = written.slice(0, 2 + (cut % (written.length - 1)))
        for (const typed of [start, start.toUpperCase(), start.normalize('NFD')])
          expect(holdsAll(`${around} ${written} ${around}`, termsOf(typed))).toBe(true)
      }),
    )
  })

  it('finds what is written without spaces by any part of it', () => {
    fc.assert(
      fc.property(signs, fc.nat(), fc.nat(), (written, from, length) => {
        const all = [...written]
        const start = from % all.length
        const part = all.slice(start, start + 1 + (length % (all.length - start))).join('')
        expect(holdsAll(written, termsOf(part))).toBe(true)
      }),
    )
  })

  it('finds by the tokens of an index what it finds in the text itself, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(anything, signs, word), fc.oneof(anything, signs, word), (text, typed) => {
        const terms = termsOf(typed)
        for (const body of [text, text + typed, `${typed} ${text}`]) {
          const held = tokensOf(body)
          expect(terms.every((term) => stands(held, phraseOf(term)))).toBe(holdsAll(body, terms))
        }
      }),
    )
  })

  it('makes tokens that no database reads as anything else, and folds them no further', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const token of tokensOf(text)) {
          expect(token).toMatch(/^([a-z0-9]|[^\p{ASCII}\s\p{Cc}])+$/u)
          expect(isWhole(token)).toBe(true)
          expect(tokensOf(token).join('')).toContain([...token][0])
        }
      }),
    )
  })

  it('marks ranges that are in order, apart, inside of the text and between whole characters', () => {
    fc.assert(
      fc.property(fc.oneof(anything, word, signs), fc.oneof(anything, word), (text, typed) => {
        let end = -1
        for (const [from, to] of rangesIn(text, termsOf(typed))) {
          expect(from).toBeGreaterThan(end)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(text.length)
          expect(isWhole(text.slice(0, from)) || !isWhole(text)).toBe(true)
          end = to
        }
      }),
    )
  })

  it('finds a number by every three or more of its digits in a row', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{7,14}$/), fc.nat(), fc.nat(), (digits, from, length) => {
        const start = from % (digits.length - 2)
        const typed = digits.slice(start, start + 3 + (length % (digits.length - start - 2)))
        const held = contactTokens({ name: null, note: null, address: { kind: 'phone', value: `+${digits}` } })
        const phrases = readSearch(typed)?.contactPhrases ?? []
        // What begins with 00 and goes on is read as dialled to another country.
        if (!typed.startsWith('00'))
          expect(phrases.every((ways) => ways.some((phrase) => stands(held, phrase)))).toBe(true)
      }),
    )
  })
})

it('digits of every script are the ten of ASCII', () => {
  for (let point = 0x80; point < 0x1_fbff; point += 1) {
    const sign = String.fromCodePoint(point)
    if (!/\p{Nd}/u.test(sign)) continue
    expect(foldSign(sign), point.toString(16)).toMatch(/^[0-9]$/)
    const next = String.fromCodePoint(point + 1)
    const isRow = /\p{Nd}/u.test(next) && foldSign(sign) !== '9'
    if (isRow) expect(Number(foldSign(next)), point.toString(16)).toBe(Number(foldSign(sign)) + 1)
  }
})
