import { FakePasswordHasher, FakePasswordJudge } from '@textdesk/core/testing'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type RunningDesk, startDesk } from '../../src/composition/start-desk.ts'
import { readConfig } from '../../src/config.ts'
import { examinePostgres } from '../../src/persistence/postgres/examine.ts'
import { migrate } from '../../src/persistence/postgres/migrate.ts'
import { postgresMigrations } from '../../src/persistence/postgres/migrations/index.ts'
import { openPool } from '../../src/persistence/postgres/open-pool.ts'
import { DeskClient } from '../support/desk-client.ts'
import { OWNER } from '../support/open-desk.ts'
import { makeTestDatabase } from '../support/test-database.ts'

/** What a version to come might add: columns where most is read, with values that old code does not give. */
const EXPAND: Record<string, Migration> = {
  '9001-expand': {
    up: async (db) => {
      for (const table of ['tickets', 'messages', 'contacts', 'inboxes', 'agents', 'sessions'])
        await sql`alter table ${sql.table(table)} add column colour text not null default 'blue'`.execute(db)
    },
  },
}
const CONTRACT: Record<string, Migration> = { '9002-contract': { up: async () => {} } }
const SIBLING: Record<string, Migration> = { '9000-sibling': { up: async () => {} } }

let url: string

beforeEach(async () => {
  const database = await makeTestDatabase()
  onTestFinished(() => database.remove())
  url = database.url
})

/** As the start of a version that has these steps as well. */
async function update(...more: Record<string, Migration>[]): Promise<void> {
  const pool = openPool({ connectionString: url, connections: 2, warn: () => {}, unhurried: true })
  try {
    await migrate(pool, Object.assign({ ...postgresMigrations }, ...more))
  } finally {
    await pool.end()
  }
}

/** A server of this version. */
async function start(): Promise<RunningDesk> {
  const config = { ...readConfig({ DATABASE_URL: url, LOG_LEVEL: 'silent' }), mostLoopDelayMs: 0 }
  const desk = await startDesk(config, {
    passwordHasher: new FakePasswordHasher(),
    passwordJudge: new FakePasswordJudge(),
  })
  onTestFinished(() => desk.stop())
  return desk
}

describe('a version beside the next one', () => {
  const text = (desk: DeskClient, body: string) => desk.post('/api/simulator/phones/%2B12025550123/messages', { body })
  const read = async (desk: DeskClient, path: string) => {
    const response = await desk.get(path)
    expect(response.statusCode).toBe(200)
    return response.json()
  }

  it('goes on working when the next one brings the database up to date, and can be started again', async () => {
    const running = new DeskClient((await start()).app)
    await running.post('/api/setup', OWNER)
    // As much at once as there are connections, so that each has its prepared statements.
    const everything = () =>
      Promise.all(
        Array.from({ length: 24 }, async (_, index) => {
          expect((await text(running, `Text ${index}`)).statusCode).toBe(204)
          await read(running, '/api/tickets/1')
          await read(running, '/api/tickets?view=all')
          await read(running, '/api/tickets/1/messages')
        }),
      )
    await everything()
    await update(EXPAND)
    await everything()

    const again = new DeskClient((await start()).app)
    await again.post('/api/session', { email: OWNER.email, password: OWNER.password })
    expect((await read(again, '/api/tickets?view=all')).items).toHaveLength(1)
    await text(again, 'The last one')
    const { items } = await read(running, '/api/tickets/1/messages?limit=100')
    expect(items.filter((item: { direction: string }) => item.direction === 'in')).toHaveLength(49)
  })

  it('is told by the doctor that it may run, for one step', async () => {
    await update(EXPAND)
    expect(await examinePostgres(url)).toMatchObject({ unknownSteps: ['9001-expand'], stepsToCome: 0 })
  })

  it('does not start once two steps were taken, for the second may have removed what it needs', async () => {
    await update(EXPAND, CONTRACT)
    await expect(start()).rejects.toThrow('written by a newer version of Textdesk (it has "9002-contract")')
    await update(EXPAND, CONTRACT)
  })

  it('does not start where another branch of its history was', async () => {
    await update(EXPAND)
    await expect(update(SIBLING)).rejects.toThrow('written by a newer version of Textdesk (it has "9001-expand")')
  })
})
