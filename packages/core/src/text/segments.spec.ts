import fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, it } from 'vitest'
import { MAX_SEGMENTS, measure } from './segments.ts'

const gsm = fc.constantFrom(...'aZ09 \n\r@£_ÇØåΩéñ¿', ...'^{}[]~|\\€\f')
const wide = fc.constantFrom(...'aé^€’“…`中ع', '🙂', '🎫')
const words = (char: fc.Arbitrary<string>) => fc.string({ unit: char, maxLength: 700, size: 'max' })

describe('measure', () => {
  it.each([
    ['', 'GSM-7', 0, 1, 160, 160],
    ['a'.repeat(160), 'GSM-7', 160, 1, 160, 0],
    ['a'.repeat(161), 'GSM-7', 161, 2, 153, 145],
    ['€'.repeat(80), 'GSM-7', 160, 1, 160, 0],
    ['é'.repeat(1377), 'GSM-7', 1377, 9, 153, 0],
    ['’'.repeat(70), 'UCS-2', 70, 1, 70, 0],
    ['’'.repeat(71), 'UCS-2', 71, 2, 67, 63],
    ['中'.repeat(603), 'UCS-2', 603, 9, 67, 0],
    ['中'.repeat(604), 'UCS-2', 604, 10, 67, 66],
  ])('%#: counts', (body, encoding, units, segments, perSegment, unitsLeft) => {
    expect(measure(body)).toMatchObject({ encoding, units, segments, perSegment, unitsLeft })
  })

  it('leaves a unit unused rather than split an escape pair or a surrogate pair', () => {
    expect(measure(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ units: 306, segments: 3 })
    expect(measure(`${'a'.repeat(66)}🙂${'a'.repeat(66)}`)).toMatchObject({ units: 134, segments: 3 })
  })

  it('names each offender once, as a reader sees it', () => {
    expect(measure('It’s `so` nice’ 👨‍👩‍👧 e\u0301').offenders).toEqual(['’', '`', '👨‍👩‍👧', 'e\u0301'])
    expect(measure('plain {text} for 5 €').offenders).toEqual([])
  })

  it('allows what the provider takes in nine parts', () => {
    expect(measure('a'.repeat(1377)).segments).toBe(MAX_SEGMENTS)
  })

  it.each([
    ['GSM-7', words(gsm)],
    ['any', words(wide)],
    [
      'single code points',
      fc.array(fc.integer({ min: 0x20, max: 0x2ff }), { maxLength: 500, size: 'max' }).map(fromPoints),
    ],
  ])('counts %s text as sms-segments-calculator does', (_, bodies) => {
    fc.assert(
      fc.property(bodies, (body) => {
        const oracle = new SegmentedMessage(body)
        const { encoding, segments, units } = measure(body)
        expect({ encoding, segments }).toEqual({ encoding: oracle.encodingName, segments: oracle.segmentsCount })
        if (encoding === 'GSM-7') expect(units).toBe(oracle.numberOfCharacters)
      }),
    )
  })

  it('says truly how much still fits', () => {
    fc.assert(
      fc.property(words(gsm), (body) => {
        const { segments, unitsLeft } = measure(body)
        expect(measure(body + 'a'.repeat(unitsLeft)).segments).toBe(segments)
        expect(measure(`${body}a${'a'.repeat(unitsLeft)}`).segments).toBeGreaterThan(segments)
      }),
    )
  })
})

function fromPoints(points: number[]): string {
  return String.fromCodePoint(...points)
}
