import { describe, expect, it } from 'vitest'
import { defaultWords } from './default-words.ts'
import { readOptOutWord } from './opt-out-words.ts'
import { requireOptOutWords } from './require-opt-out-words.ts'

const numberIn = (prefix: string) => `${prefix}2025550100`
const australian = defaultWords('+61491570156')

describe('defaultWords', () => {
  it.each([
    'STOP',
    'STOPALL',
    'STOP ALL',
    'UNSUBSCRIBE',
    'CANCEL',
    'END',
    'QUIT',
    'REVOKE',
    'OPTOUT',
    'OPT OUT',
    'REMOVE',
  ])('takes "%s" for a stop in North America', (word) => {
    expect(readOptOutWord(word, defaultWords(numberIn('+1')))).toBe('out')
  })

  it.each(['cancel', 'end', 'quit', 'revoke', 'remove'])('lets "%s" be an ordinary word elsewhere', (word) => {
    for (const prefix of ['+61', '+44', '+49', '+33', '+34', '+31', '+39', '+351'])
      expect(readOptOutWord(word, defaultWords(numberIn(prefix)))).toBeNull()
  })

  it.each([
    ['+1', ['arret']],
    ['+33', ['arrêt', 'ARRETE', 'STOP']],
    ['+49', ['Halt', 'STOPP', 'Stopp all']],
    ['+43', ['stopp']],
    ['+41', ['STOP ALL', 'stopp', 'arrêt']],
    ['+34', ['BAJA', 'parar']],
    ['+52', ['baja', 'detener']],
    ['+57', ['SALIR']],
    ['+31', ['UIT', 'stop']],
    ['+32', ['uit', 'arrêt', 'halt']],
    ['+39', ['STOP', 'stop all']],
    ['+55', ['SAIR', 'parar']],
    ['+351', ['sair', 'PARAR']],
  ])('has the words that are named for %s', (prefix, words) => {
    for (const word of words) expect(readOptOutWord(word, defaultWords(numberIn(prefix)))).toBe('out')
  })

  it('keeps the words of one country out of another', () => {
    for (const word of ['baja', 'uit', 'sair', 'arret', 'halt']) expect(readOptOutWord(word, australian)).toBeNull()
  })

  it('asks for help in both languages of Canada', () => {
    expect(readOptOutWord('AIDE', defaultWords(numberIn('+1')))).toBe('help')
  })

  it('has the short list for a short code', () => {
    expect(defaultWords('12345')).toEqual(australian)
  })

  it('has lists that an owner may save as they are', () => {
    for (const prefix of ['+1', '+33', '+41', '+49', '+31', '+34', '+55', '+61']) {
      const words = defaultWords(numberIn(prefix))
      expect(requireOptOutWords(words)).toEqual(words)
    }
  })
})
