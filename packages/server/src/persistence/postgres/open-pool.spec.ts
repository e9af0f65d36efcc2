import type { Pool } from 'pg'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { FaultProxy } from '../../../test/support/fault-proxy.ts'
import { onServer } from '../../../test/support/on-server.ts'
import { makeEmptyDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { openPool } from './open-pool.ts'
import { Transactions } from './transactions.ts'

let database: TestDatabase
let proxy: FaultProxy
let pool: Pool
let transactions: Transactions
let warnings: string[]

beforeEach(async () => {
  database = await makeEmptyDatabase()
  proxy = await FaultProxy.start(new URL(database.url))
  warnings = []
  const warn = (message: string) => void warnings.push(message)
  const connectionString = Object.assign(new URL(database.url), { host: proxy.url.host }).href
  pool = openPool({ connectionString, connections: 4, warn })
  transactions = new Transactions({ pool, server: 'this', warn, publish: () => {} })
  onTestFinished(async () => {
    await proxy.stop()
    await pool.end()
    await database.remove()
  })
})

const ask = () => pool.query('select 1')
const KILL = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name = 'textdesk'`

it('connections that break, lent out or idle, end nothing but themselves', async () => {
  await Promise.all([ask(), ask()])
  const lent = await pool.connect()
  const slow = lent.query('select pg_sleep(60)').catch((error: Error) => error)
  await onServer(database.url, KILL)
  expect(await slow).toBeInstanceOf(Error)
  lent.release()
  await expect.poll(() => pool.totalCount).toBe(0)
  expect((await ask()).rowCount).toBe(1)
})

it('a transaction whose connection fell silent says within 10 s that nothing can be stored, and cuts the other ones', async () => {
  await Promise.all([ask(), ask(), ask(), ask()])
  proxy.freeze()
  const began = performance.now()
  await expect(transactions.run(async () => true)).rejects.toMatchObject({ code: 'storage-unavailable' })
  expect(performance.now() - began).toBeLessThan(10_000)
  await expect.poll(() => pool.totalCount).toBe(0)
  expect((await ask()).rowCount).toBe(1)
  expect(warnings).toEqual(['Nothing could be stored'])
})

it('where nothing connects any more, the wait for a connection is short', async () => {
  proxy.treat({ kind: 'black-hole' })
  const began = performance.now()
  await expect(transactions.run(async () => true)).rejects.toMatchObject({ code: 'storage-unavailable' })
  expect(performance.now() - began).toBeLessThan(5_000)
})

it('a unit of work that goes on after a failed statement is not taken for stored', async () => {
  const swallow = transactions.run(async (session) => {
    await session.all(NONSENSE, {}).catch(() => {})
    return 'stored'
  })
  await expect(swallow).rejects.toThrow('went on after one of its statements had failed')
})

const NONSENSE = { compile: () => ({ sql: 'select nothing', bind: () => [] }), mayCollide: false } as never
