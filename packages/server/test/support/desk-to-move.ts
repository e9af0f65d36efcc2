import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EnsureInboxes, ReceiveText } from '@textdesk/core'
import { FixedClock } from '@textdesk/core/testing'
import { onTestFinished } from 'vitest'
import { type MoveProgress, moveDesk } from '../../src/persistence/move/move-desk.ts'
import { openSqlitePersistence } from '../../src/persistence/sqlite/open-sqlite-persistence.ts'
import { UuidIds } from '../../src/system/uuid-ids.ts'
import { makeEmptyDatabase } from './test-database.ts'

export const TEXTS = 40

/** A desk in a file, with some conversations, one of which says what PostgreSQL's text cannot hold. */
export async function deskInFile(texts = TEXTS): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'textdesk-move-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'desk.sqlite')
  const persistence = await openSqlitePersistence({ file, warn: () => {} })
  const clock = new FixedClock()
  const deps = { ...persistence, clock, ids: new UuidIds(clock) }
  await new EnsureInboxes(deps).execute({ number: '+12025550100', provider: 'simulated' })
  for (let text = 0; text < texts; text += 1) {
    const from = { kind: 'phone', value: `+120255501${String(text % 20).padStart(2, '0')}` } as const
    const body = text === 7 ? 'NUL \0 within' : `Text ${text}`
    const said = { provider: 'simulated', from, to: '+12025550100', body, receiptKey: null, signature: null } as const
    await new ReceiveText(deps).execute(said)
  }
  await persistence.close()
  return file
}

export const breakOff = ({ table, rows }: MoveProgress) => {
  if (table === 'messages' && rows > 0) throw new Error('interrupted')
}

export async function emptyDatabase(): Promise<string> {
  const database = await makeEmptyDatabase()
  onTestFinished(() => database.remove())
  return database.url
}

export const move = (file: string, url: string, say: (progress: MoveProgress) => void = () => {}) =>
  moveDesk({ file, url, say })
