import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { showsAnything } from './shows-anything.ts'

const INVISIBLE = [
  ...'\u0000\t\n\r \u0085\u00A0\u1680\u2003\u2028\u2029\u202F\u205F\u3000', // spaces and controls
  ...'\u00AD\u034F\u061C\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202C\u202E\u2060\u2064\u2066\u2069\u206F\uFEFF', // format
  ...'\u115F\u1160\u3164\uFFA0\u17B4\u17B5', // fillers and inherent vowels
  ...'\uFE00\uFE0F\u{E0100}\u180B', // variation selectors
  ...'\u{E0001}\u{E0067}\u{E007F}', // tags
  ...'\u2800\uFFF9\uFFFB\u{1D159}\u{1D173}\u{1BCA0}\u{16FE4}\u{13430}', // blank pictures, marks of scores and shorthand
]
const VISIBLE = [...'a1.?\u0301\u0600éд中ก한あ👍❤🇳\uFFFD\u20E3\u2801\u3000a', 'Straße', '👩‍👩‍👧', '❤️', 'می‌شود', '-']

const invisible = fc.array(fc.constantFrom(...INVISIBLE)).map((characters) => characters.join(''))
const visible = fc.constantFrom(...VISIBLE.filter((text) => text !== '\u3000'))
const whole = fc.string({ unit: 'binary' })

describe('showsAnything', () => {
  it.each(INVISIBLE.map((text) => [text.codePointAt(0)?.toString(16), text]))('sees nothing in U+%s', (_, text) => {
    expect(showsAnything(text)).toBe(false)
  })

  it('sees nothing in any number of them, and one character among them', () => {
    expect(showsAnything('')).toBe(false)
    fc.assert(
      fc.property(invisible, visible, invisible, (before, shown, after) => {
        expect(showsAnything(before + after)).toBe(false)
        expect(showsAnything(before + shown + after)).toBe(true)
      }),
    )
  })

  it('sees something in two texts together where it does in one of them', () => {
    fc.assert(
      fc.property(fc.oneof(invisible, whole), fc.oneof(invisible, whole), (a, b) => {
        expect(showsAnything(a + b)).toBe(showsAnything(a) || showsAnything(b))
      }),
    )
  })

  it('sees nothing where the language sees only blanks, and every letter, digit and picture', () => {
    fc.assert(
      fc.property(whole, (text) => {
        if (text.trim() === '') expect(showsAnything(text)).toBe(false)
        if (/(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{Sc}\p{Extended_Pictographic}]/u.test(text))
          expect(showsAnything(text)).toBe(true)
      }),
    )
  })
})
