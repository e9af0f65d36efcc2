import { describe, expect, it } from 'vitest'
import type { DomainError } from '../errors.ts'
import type { OptOutWords } from './opt-out-words.ts'
import { requireOptOutWords } from './require-opt-out-words.ts'

const words = (more: Partial<OptOutWords>): OptOutWords => ({ out: ['stop'], in: ['start'], help: [], ...more })

function problem(more: Partial<OptOutWords>): string {
  try {
    requireOptOutWords(words(more))
    return ''
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid-input', details: { field: 'optOutWords' } })
    return (error as DomainError).message
  }
}

describe('the words of a number', () => {
  it('are kept as written, without the space around them', () => {
    expect(requireOptOutWords(words({ out: [' Stop ', 'opt out'], help: ['¿qué?'] }))).toEqual({
      out: ['Stop', 'opt out'],
      in: ['start'],
      help: ['¿qué?'],
    })
  })

  it('leave customers a way out', () => {
    expect(problem({ out: [] })).toMatch(/at least one word/)
    expect(problem({ in: [], help: [] })).toBe('')
  })

  it('can be told apart as texts are read', () => {
    expect(problem({ out: ['stop', 'STOP!'] })).toMatch(/there twice/)
    expect(problem({ in: ['Štop'] })).toMatch(/there twice/)
    expect(problem({ help: ['start'] })).toMatch(/there twice/)
  })

  it('can be texted', () => {
    expect(problem({ help: ['?!'] })).toMatch(/no letter or digit/)
    expect(problem({ help: [''] })).toMatch(/no letter or digit/)
    expect(problem({ help: ['x'.repeat(40)] })).toBe('')
    expect(problem({ help: ['x'.repeat(41)] })).toMatch(/40 characters/)
  })

  it('are fifty to a list at most', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`)
    expect(problem({ out: many(50) })).toBe('')
    expect(problem({ out: many(51) })).toMatch(/50 words/)
  })
})
