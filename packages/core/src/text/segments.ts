import { graphemes } from './graphemes.ts'
import { isGsm, septets } from './gsm-alphabet.ts'

export type Encoding = 'GSM-7' | 'UCS-2'

export interface Measure {
  readonly encoding: Encoding
  /** Septets in GSM-7 (an extension character counts twice), UTF-16 units in UCS-2. */
  readonly units: number
  /** Parts the text is sent in, at least 1. */
  readonly segments: number
  /** Units one part holds: 160 or 70 alone, 153 or 67 among several. */
  readonly perSegment: number
  /** Units that still fit in the last part. */
  readonly unitsLeft: number
  /** The characters that force UCS-2, each once, in order of appearance. */
  readonly offenders: string[]
}

/** The most parts a provider takes in one message. */
export const MAX_SEGMENTS = 9

const CAPACITY = {
  'GSM-7': { single: 160, several: 153 },
  'UCS-2': { single: 70, several: 67 },
} as const

/** Encoding and parts by GSM 03.38/3GPP 23.040; an escape or surrogate pair is never split between two parts. */
export function measure(body: string): Measure {
  const encoding = isGsm(body) ? 'GSM-7' : 'UCS-2'
  const sizes = Array.from(body, encoding === 'GSM-7' ? septets : (char) => char.length)
  const units = sizes.reduce((sum: number, size) => sum + size, 0)
  const { single, several } = CAPACITY[encoding]
  const perSegment = units <= single ? single : several
  const { segments, usedInLast } = pack(sizes, perSegment)
  return {
    encoding,
    units,
    segments,
    perSegment,
    unitsLeft: perSegment - usedInLast,
    offenders: encoding === 'GSM-7' ? [] : offendersIn(body),
  }
}

function pack(sizes: readonly number[], perSegment: number): { segments: number; usedInLast: number } {
  let segments = 1
  let usedInLast = 0
  for (const size of sizes) {
    if (usedInLast + size > perSegment) {
      segments += 1
      usedInLast = 0
    }
    usedInLast += size
  }
  return { segments, usedInLast }
}

function offendersIn(body: string): string[] {
  return [...new Set(graphemes(body).filter((grapheme) => !isGsm(grapheme)))]
}
