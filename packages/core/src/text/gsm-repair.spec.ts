import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGsm } from './gsm-alphabet.ts'
import { repairFor, repairToGsm } from './gsm-repair.ts'
import { measure } from './segments.ts'

describe('repairFor', () => {
  it.each([
    ['’', "'"],
    ['“', '"'],
    ['`', "'"],
    ['–', '-'],
    ['…', '...'],
    ['\u00a0', ' '],
    ['\u200b', ''],
    ['e\u0301', 'é'],
    ['\u2126', 'Ω'],
    ['a\ufe0f', 'a'],
  ])('repairs %j', (char, plain) => {
    expect(repairFor(char)).toBe(plain)
  })

  it.each(['a', '€', '\r\n', 'ç', '中', '🙂', '👨‍👩‍👧'])('offers nothing for %j', (char) => {
    expect(repairFor(char)).toBeNull()
  })
})

describe('repairToGsm', () => {
  it('turns a pasted text into one part', () => {
    const pasted = `“It’s on its way” – we’ll text you\u00a0soon… ${'a'.repeat(80)}`
    const repaired = repairToGsm(pasted)
    expect(repaired).toBe(`"It's on its way" - we'll text you soon... ${'a'.repeat(80)}`)
    expect([measure(pasted).segments, measure(repaired).segments]).toEqual([2, 1])
  })

  it('keeps what it cannot repair', () => {
    expect(repairToGsm('Grüße’ 👨‍👩‍👧 ça va')).toBe("Grüße' 👨‍👩‍👧 ça va")
  })

  it('changes nothing the second time, and never adds an offender', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab ’“`–…\u00a0\u200d\u0301é€中', '🙂') }), (body) => {
        const repaired = repairToGsm(body)
        expect(repairToGsm(repaired)).toBe(repaired)
        if (isGsm(body)) expect(repaired).toBe(body)
        expect(measure(repaired).offenders.length).toBeLessThanOrEqual(measure(body).offenders.length)
      }),
    )
  })
})
