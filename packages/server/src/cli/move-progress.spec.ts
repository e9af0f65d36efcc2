import { describe, expect, it } from 'vitest'
import { moveProgress } from './move-progress.ts'

const said = (isTTY: boolean) => {
  let text = ''
  const tell = moveProgress({ isTTY, write: (more) => (text += more) })
  for (const rows of [0, 1_000, 1_500]) tell({ doing: 'copied', table: 'messages', rows, of: 1_500 })
  return text
}

describe('the progress of a move', () => {
  it('is a bar that grows in its line on a screen', () => {
    const lines = said(true).split('\r').slice(1)
    expect(lines).toEqual([
      `messages             ${'.'.repeat(30)} 0 of 1500 copied `,
      `messages             ${'#'.repeat(20)}${'.'.repeat(10)} 1000 of 1500 copied `,
      `messages             ${'#'.repeat(30)} 1500 of 1500 copied \n`,
    ])
  })

  it('is one line a table elsewhere', () => {
    expect(said(false)).toBe('messages             1500 rows copied\n')
  })
})
