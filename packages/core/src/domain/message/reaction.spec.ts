import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aReactionText } from '../../../testing/a-reaction-text.ts'
import { START } from '../../../testing/fakes/fixed-clock.ts'
import { standingReaction } from './reaction.ts'

const MESSAGE = { id: 'm', inboxId: 'i', contactId: 'c' }
const at = (second: number, emoji: string, removes = false) => {
  const sentAt = START + second * 1_000
  return aReactionText(MESSAGE, { emoji, removes, at: sentAt, arrival: { by: 'webhook', sentAt, providerId: null } })
}

describe('the reaction that stands', () => {
  it('is the newest, until it is taken back', () => {
    expect(standingReaction([])).toBeNull()
    expect(standingReaction([at(1, '👍'), at(2, '❤️')])).toEqual({ emoji: '❤️', at: START + 2_000 })
    expect(standingReaction([at(1, '👍'), at(2, '❤️'), at(3, '❤️', true)])).toBeNull()
    expect(standingReaction([at(1, '👍'), at(2, '👍', true), at(3, '👍')])?.emoji).toBe('👍')
  })

  it('is not taken back with another one', () => {
    expect(standingReaction([at(1, '👍'), at(2, '❤️'), at(3, '👍', true)])?.emoji).toBe('❤️')
    expect(standingReaction([at(1, '👍🏽'), at(2, '👍', true)])).toBeNull()
  })

  it('is the same in whatever order they came', () => {
    const texts = fc.array(fc.tuple(fc.nat(9), fc.constantFrom('👍', '❤️'), fc.boolean()), { maxLength: 8 })
    const shuffled = texts.chain((given) => {
      const made = given.map(([second, emoji, removes]) => at(second, emoji, removes))
      return fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length }))
    })
    fc.assert(
      fc.property(shuffled, ([made, other]) => {
        expect(standingReaction(other)).toEqual(standingReaction(made))
      }),
    )
  })
})
