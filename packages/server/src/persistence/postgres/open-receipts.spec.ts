import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { makeTestDatabase } from '../../../test/support/test-database.ts'
import type { Persistence } from '../persistence.ts'
import { openPool } from './open-pool.ts'
import { openPostgresPersistence } from './open-postgres-persistence.ts'

let url: string
let pool: Pool

beforeEach(async () => {
  const database = await makeTestDatabase()
  url = database.url
  pool = openPool({ connectionString: url, connections: 1, warn: () => {} })
  onTestFinished(async () => {
    await pool.end()
    await database.remove()
  })
})

async function open(): Promise<Persistence> {
  const persistence = await openPostgresPersistence({ connectionString: url, warn: () => {} })
  onTestFinished(() => persistence.close())
  return persistence
}

const claim = ({ unitOfWork }: Persistence, key: string) =>
  unitOfWork.run(({ receipts }) => receipts.claimText('inbox', key))

/** As the version before does it. */
async function claimPlain(key: string): Promise<boolean> {
  const hash = createHash('sha256').update(key).digest()
  const insert = 'insert into inbound_receipts(inbox_id, key_hash) values ($1, $2) on conflict do nothing'
  return (await pool.query(insert, ['inbox', hash])).rowCount === 1
}

async function lengths(): Promise<number[]> {
  const { rows } = await pool.query('select octet_length(key_hash) as length from inbound_receipts order by 1')
  return rows.map(({ length }) => length)
}

describe('receipts', () => {
  it('are shared with a server of the version before, both ways', async () => {
    const desk = await open()
    expect(await claim(desk, 'first')).toBe(true)
    expect(await claimPlain('first')).toBe(false)
    expect(await claimPlain('second')).toBe(true)
    expect(await claim(desk, 'second')).toBe(false)
  })

  it('are keyed once the update is over, and none is forgotten', async () => {
    const during = await open()
    await claim(during, 'first')
    await claimPlain('second')
    // All of them, since the migrator goes by their order.
    await pool.query("update kysely_migration set timestamp = '2020' || substr(timestamp, 5)")
    const after = await open()
    expect(await lengths()).toEqual([33, 33])
    for (const key of ['first', 'second']) expect(await claim(after, key)).toBe(false)
    expect(await claim(after, 'third')).toBe(true)
    // One that was started during the update finds what the other took.
    expect(await claim(during, 'third')).toBe(false)
  })
})
