import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interleave, readPosition } from './interleave.ts'
import type { TimelineEntry } from './timeline-entry.ts'

const text = (seq: number, at: number): TimelineEntry => ({ what: 'text', seq, at })

/** In order of time, with places that may leave some out. */
const timeline = fc
  .array(fc.tuple(fc.nat(3), fc.nat(2), fc.constantFrom('text', 'message', 'closed' as const)))
  .map((steps) => {
    let [seq, at] = [0, 0]
    return steps.map(([pause, gap, what]): TimelineEntry => {
      seq += 1 + gap
      at += pause
      return { what, seq, at }
    })
  })

describe('two timelines that become one', () => {
  it('are told in the order of time, what was there first at the same moment', () => {
    const placed = interleave([text(1, 10), text(2, 30)], [text(1, 10), text(4, 20), text(5, 40)])
    expect(placed.map(({ comes, entry, seq }) => [comes ? 'comes' : 'own', entry.at, seq])).toEqual([
      ['own', 10, 1],
      ['comes', 10, 2],
      ['comes', 20, 3],
      ['own', 30, 4],
      ['comes', 40, 5],
    ])
  })

  it('keep every entry once, in the order of time and of each, at places that only grow', () => {
    fc.assert(
      fc.property(timeline, timeline, (own, coming) => {
        const placed = interleave(own, coming)
        expect(placed.filter(({ comes }) => !comes).map(({ entry }) => entry)).toEqual(own)
        expect(placed.filter(({ comes }) => comes).map(({ entry }) => entry)).toEqual(coming)
        for (const [index, { entry, seq }] of placed.entries()) {
          const before = placed[index - 1]
          expect(seq).toBeGreaterThan(before?.seq ?? 0)
          expect(entry.at).toBeGreaterThanOrEqual(before?.entry.at ?? 0)
        }
      }),
    )
  })

  it('move on exactly what has something new before it', () => {
    fc.assert(
      fc.property(timeline, timeline, (own, coming) => {
        const placed = interleave(own, coming)
        for (const [index, { entry, comes, seq }] of placed.entries()) {
          if (comes) continue
          expect(seq - entry.seq).toBe(placed.slice(0, index).filter((earlier) => earlier.comes).length)
        }
      }),
    )
  })
})

describe('the place up to which somebody has read the one timeline', () => {
  it('is just before the first text they have not seen', () => {
    const placed = interleave([text(1, 10), text(2, 30)], [text(1, 20), text(2, 40)])
    expect(readPosition(placed, { own: 2, coming: 2 })).toBe(4)
    expect(readPosition(placed, { own: 2, coming: 1 })).toBe(3)
    expect(readPosition(placed, { own: 2, coming: 0 })).toBe(1)
    expect(readPosition(placed, { own: 0, coming: 2 })).toBe(0)
    expect(readPosition([], { own: 5, coming: 5 })).toBe(0)
  })
})
