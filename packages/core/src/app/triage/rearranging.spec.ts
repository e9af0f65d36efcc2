import fc from 'fast-check'
import { describe, it } from 'vitest'
import { Rearranged, type Step } from '../../../testing/rearranged.ts'

const index = fc.nat(20)
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('receive' as const), from: fc.nat(1) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('reply', 'note', 'read', 'close', 'snooze'), ticket: index }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), ticket: index, text: index }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('merge' as const), ticket: index, into: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('claim' as const) }) },
)

describe('whatever is received, answered, closed, moved and merged', () => {
  it('every message exists once, in its order, and nothing is read that nobody read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 4, maxLength: 30 }), async (story) => {
        const desk = await Rearranged.open()
        for (const step of story) {
          await desk.take(step)
          await desk.requireOrder()
        }
      }),
      { numRuns: 150 },
    )
  })
})
