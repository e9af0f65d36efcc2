import { once } from 'node:events'
import { Client } from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { makeEmptyDatabase } from '../../../test/support/test-database.ts'
import { isConflict, isStorageFault } from './postgres-errors.ts'

async function connect(): Promise<Client> {
  const { url, remove } = await makeEmptyDatabase()
  const client = new Client({ connectionString: url })
  await client.connect()
  onTestFinished(async () => {
    await client.end().catch(() => {})
    await remove()
  })
  return client
}

it('a transaction that PostgreSQL ended because the desk stood still is a fault of storage, to be tried again', async () => {
  const client = await connect()
  await client.query('set idle_in_transaction_session_timeout = 20')
  const ended = once(client, 'error')
  await client.query('begin')
  const [error] = await ended
  expect(isStorageFault(error), String(error)).toBe(true)
})

it('a statement that took too long is one, too', async () => {
  const client = await connect()
  await client.query('set statement_timeout = 20')
  const error = await client.query('select pg_sleep(5)').catch((thrown: unknown) => thrown)
  expect(isStorageFault(error), String(error)).toBe(true)
})

it('a wrong statement is a fault of the desk', async () => {
  const client = await connect()
  const error = await client.query('select nothing from nowhere').catch((thrown: unknown) => thrown)
  expect([isStorageFault(error), isConflict(error)]).toEqual([false, false])
})
