import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_TEXT, PREVIEW_LENGTH, preview } from './preview.ts'

describe('preview', () => {
  it.each([
    ['Where is my order?', 'Where is my order?'],
    ['  Two\r\n\r\nlines\tand\u0000 more ', 'Two lines and more'],
    ['', EMPTY_TEXT],
    [' \n\u00a0', EMPTY_TEXT],
    ['\u200b', EMPTY_TEXT],
    ['\u2800 \u3164\u2060', EMPTY_TEXT],
    ['\u200b.', '\u200b.'],
    ['a'.repeat(120), 'a'.repeat(120)],
    ['a'.repeat(121), `${'a'.repeat(119)}…`],
    ['🙂'.repeat(120), '🙂'.repeat(120)],
    [`${'a'.repeat(118)} ${'b'.repeat(9)}`, `${'a'.repeat(118)}…`],
  ])('%#: one short line', (body, line) => {
    expect(preview(body)).toBe(line)
  })

  it('cuts before a character that does not fit, not through it', () => {
    const family = '👨‍👩‍👧'
    expect(preview(`${'a'.repeat(116)}${family}${'b'.repeat(9)}`)).toBe(`${'a'.repeat(116)}…`)
  })

  it('cuts even what is one endless character', () => {
    expect([...preview(`e${'\u0301'.repeat(500)}`)]).toHaveLength(PREVIEW_LENGTH)
  })

  it('is never empty, never long, never on two lines, never broken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (body) => {
        const line = preview(body)
        expect([...line].length).toBeLessThanOrEqual(PREVIEW_LENGTH)
        expect(line).not.toMatch(/^$|[\n\r]/)
        expect(line).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })
})
