import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinDrafts } from './join-drafts.ts'

const draft = fc.string({ maxLength: 12 })

describe('two drafts', () => {
  it('stand one below the other', () => expect(joinDrafts('We will', 'On its way')).toBe('We will\n\nOn its way'))

  it('lose nothing, and gain nothing when the same one comes again', () => {
    fc.assert(
      fc.property(draft, draft, (there, coming) => {
        const joined = joinDrafts(there, coming)
        expect(joined).toContain(there.trim())
        expect(joined).toContain(coming.trim())
        expect(joinDrafts(joined, coming)).toBe(joined)
      }),
    )
  })
})
