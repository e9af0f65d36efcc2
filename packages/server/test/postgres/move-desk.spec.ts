import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EnsureInboxes, ReceiveText } from '@textdesk/core'
import { FixedClock } from '@textdesk/core/testing'
import { expect, it, onTestFinished } from 'vitest'
import { type MoveProgress, moveDesk } from '../../src/persistence/move/move-desk.ts'
import { openPostgresPersistence } from '../../src/persistence/postgres/open-postgres-persistence.ts'
import { openSqlitePersistence } from '../../src/persistence/sqlite/open-sqlite-persistence.ts'
import { UuidIds } from '../../src/system/uuid-ids.ts'
import { makeEmptyDatabase } from '../support/test-database.ts'

const TEXTS = 40

/** A desk in a file, with some conversations, one of which says what PostgreSQL's text cannot hold. */
async function deskInFile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'textdesk-move-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'desk.sqlite')
  const persistence = await openSqlitePersistence({ file, warn: () => {} })
  const clock = new FixedClock()
  const deps = { ...persistence, clock, ids: new UuidIds(clock) }
  await new EnsureInboxes(deps).execute({ number: '+12025550100', provider: 'simulated' })
  for (let text = 0; text < TEXTS; text += 1) {
    const from = { kind: 'phone', value: `+120255501${String(text % 20).padStart(2, '0')}` } as const
    const body = text === 7 ? 'NUL \0 within' : `Text ${text}`
    const said = { provider: 'simulated', from, to: '+12025550100', body, receiptKey: null, signature: null } as const
    await new ReceiveText(deps).execute(said)
  }
  await persistence.close()
  return file
}

it('a desk moves from its file to PostgreSQL, interrupted or not, and is equal there', async () => {
  const file = await deskInFile()
  const before = readFileSync(file)
  const database = await makeEmptyDatabase()
  onTestFinished(() => database.remove())
  const breakOff = ({ table, rows }: MoveProgress) => {
    if (table === 'messages' && rows > 0) throw new Error('interrupted')
  }
  await expect(moveDesk({ file, url: database.url, say: breakOff })).rejects.toThrow('interrupted')
  const moved = await moveDesk({ file, url: database.url, say: () => {} })
  expect(moved).toMatchObject({ resumed: true })
  expect(readFileSync(file).equals(before)).toBe(true)

  const there = await openPostgresPersistence({ connectionString: database.url, warn: () => {} })
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
  await expect(moveDesk({ file, url: database.url, say: () => {} })).rejects.toThrow(
    'There is a desk in this database already',
  )
})
