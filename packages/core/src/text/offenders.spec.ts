import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGsm } from './gsm-alphabet.ts'
import { offendingRuns } from './offenders.ts'
import { measure } from './segments.ts'

const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom('a', '’', 'é', ' ', '\n', '👨‍👩‍👧', 'e\u0301'), fc.string({ unit: 'grapheme' })),
})

describe('offendingRuns', () => {
  it('shows where the characters stand that force UCS-2', () => {
    expect(offendingRuns('It’s “on” its way')).toEqual([
      { text: 'It', offends: false },
      { text: '’', offends: true },
      { text: 's ', offends: false },
      { text: '“', offends: true },
      { text: 'on', offends: false },
      { text: '”', offends: true },
      { text: ' its way', offends: false },
    ])
  })

  it('is the text, whole, in runs that take turns', () => {
    fc.assert(
      fc.property(anyText, (body) => {
        const runs = offendingRuns(body)
        expect(runs.map(({ text }) => text).join('')).toBe(body)
        expect(runs.every(({ offends }, index) => offends !== runs[index + 1]?.offends)).toBe(true)
      }),
    )
  })

  it('marks exactly where GSM-7 is not enough', () => {
    fc.assert(
      fc.property(anyText, (body) => {
        const offending = offendingRuns(body).filter(({ offends }) => offends)
        expect(offending.length > 0).toBe(measure(body).encoding === 'UCS-2')
        expect(offending.every(({ text }) => !isGsm(text))).toBe(true)
      }),
    )
  })
})
