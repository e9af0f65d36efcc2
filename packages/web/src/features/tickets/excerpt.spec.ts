import { describe, expect, it } from 'vitest'
import { excerpt } from './excerpt.ts'

const shown = (body: string, ...words: string[]) => {
  const ranges = words.map((word): [number, number] => [body.indexOf(word), body.indexOf(word) + word.length])
  return excerpt({ messageId: 'm', body, ranges })
    .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
    .join('')
}

describe('the excerpt of a hit', () => {
  it('marks every found word', () => {
    expect(shown('Where is my red parcel?', 'Where', 'parcel')).toBe('[Where] is my red [parcel]?')
  })

  it('begins a little before the first, with a whole word', () => {
    expect(shown(`${'lorem ipsum '.repeat(20)}red parcel`, 'parcel')).toBe('… ipsum red [parcel]')
    expect(shown(`${'🎉'.repeat(30)}parcel`, 'parcel')).toBe('… 🎉🎉🎉🎉🎉🎉🎉🎉[parcel]')
    expect(shown(`${'件'.repeat(31)}订单`, '订单')).toBe(`… ${'件'.repeat(16)}[订单]`)
  })

  it('ends after what a line has room for', () => {
    const line = shown(`parcel ${'🎉'.repeat(500)}`, 'parcel')
    expect(line.length).toBeLessThan(170)
    expect(line).not.toMatch(/\p{Cs}/u)
  })
})
