import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openPostgresPersistence } from '../../src/persistence/postgres/open-postgres-persistence.ts'
import { breakOff, deskInFile, emptyDatabase, move, TEXTS } from '../support/desk-to-move.ts'

it('a desk moves from its file to PostgreSQL, interrupted or not, and is equal there', async () => {
  const file = await deskInFile()
  const before = readFileSync(file)
  const url = await emptyDatabase()
  await expect(move(file, url, breakOff)).rejects.toThrow('interrupted')
  const moved = await move(file, url)
  expect(moved).toMatchObject({ resumed: true })
  expect(readFileSync(file).equals(before)).toBe(true)

  const there = await openPostgresPersistence({ connectionString: url, warn: () => {} })
  try {
    const query = { agentId: 'a', view: 'all', search: null, cursor: null, limit: 100, now: 0 } as const
    const { items } = await there.ticketQueries.list(query)
    expect(items).toHaveLength(20)
    const bodies = await Promise.all(items.map(({ number }) => there.ticketQueries.timeline(number, null, 50)))
    const texts = bodies.flatMap(
      (page) =>
        page?.items.flatMap((item) =>
          item.type === 'message' && item.message.direction === 'in' ? [item.message.body] : [],
        ) ?? [],
    )
    expect(texts).toHaveLength(TEXTS)
    expect(texts).toContain('NUL \u2400 within')
  } finally {
    await there.close()
  }
  await expect(move(file, url)).rejects.toThrow('There is a desk in this database already')
})
