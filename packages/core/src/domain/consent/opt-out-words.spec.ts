import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultWords } from './default-words.ts'
import { readOptOutWord } from './opt-out-words.ts'

const american = defaultWords('+12025550100')
const australian = defaultWords('+61491570156')

describe('readOptOutWord', () => {
  it.each([
    ['STOP', 'out'],
    [' stop.\n', 'out'],
    ['“Stop!”', 'out'],
    ['ＳＴＯＰ', 'out'],
    ['S.T.O.P', 'out'],
    ['st\u200bop', 'out'],
    ['unsubscribe', 'out'],
    ['STOP ALL', 'out'],
    ['Stop\nall.', 'out'],
    ['Opt-out', 'out'],
    ['STOP 🛑', 'out'],
    ['Start', 'in'],
    ['HELP?', 'help'],
  ] as const)('reads %j anywhere', (body, intent) => {
    expect(readOptOutWord(body, australian)).toBe(intent)
    expect(readOptOutWord(body, american)).toBe(intent)
  })

  it.each(['', '...', 'stop it', 'please stop', 'yes', 'stopped', 'How do I stop?'])('lets %j be a text', (body) => {
    expect(readOptOutWord(body, american)).toBeNull()
  })

  it.each([
    ['half of an emoji', '\uFFFD\uFFFD end'],
    ['the other half', '\uD83D end'],
    ['a picture', '\uFFFC stop'],
    ['what was lost after it', 'stop \uFFFD'],
  ])('takes %s beside a word for more than the word', (_, body) => {
    expect(readOptOutWord(body, american)).toBeNull()
  })

  it('folds its own words as it folds the text', () => {
    const words = { out: ['Arrêt', 'opt-out'], in: [], help: [] }
    expect([readOptOutWord('ARRET', words), readOptOutWord('arrêt!', words)]).toEqual(['out', 'out'])
    expect(readOptOutWord('OPTOUT', words)).toBe('out')
  })

  it('ignores a word that is nothing but punctuation', () => {
    expect(readOptOutWord('!', { out: ['?'], in: [], help: [] })).toBeNull()
  })

  it('lets stopping win over a word that stands in two lists', () => {
    expect(readOptOutWord('end', { out: ['end'], in: ['end'], help: ['end'] })).toBe('out')
  })

  it('does not care about case, spaces and punctuation around a word', () => {
    const edge = fc.string({ unit: fc.constantFrom(...' .,!?\n"*-') })
    fc.assert(
      fc.property(fc.constantFrom(...american.out), edge, edge, fc.boolean(), (word, before, after, loud) => {
        expect(readOptOutWord(before + (loud ? word.toUpperCase() : word) + after, american)).toBe('out')
      }),
    )
  })
})
