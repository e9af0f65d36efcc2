import { describe, expect, it } from 'vitest'
import { readWords, writeWords } from './word-list.ts'

describe('the words of a list', () => {
  it.each([
    ['one a line', 'stop\nopt out', ['stop', 'opt out']],
    ['between commas', 'stop, opt out', ['stop', 'opt out']],
    ['with blanks around and empty lines', '  stop \n\n,\r\n halt\n', ['stop', 'halt']],
    ['none at all', ' \n,\n', []],
  ])('are read %s', (_, written, words) => {
    expect(readWords(written)).toEqual(words)
  })

  it('come back as they were written', () => {
    const words = ['stop', 'opt out', 'arrêt', '退订']
    expect(readWords(writeWords(words))).toEqual(words)
  })
})
