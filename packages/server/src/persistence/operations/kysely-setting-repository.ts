import type { SettingKey, SettingRepository } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

export class KyselySettingRepository implements SettingRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async get(key: SettingKey): Promise<string | null> {
    const row = await this.#session.first(byKey, { key })
    return row?.value ?? null
  }

  async getForChange(key: SettingKey): Promise<string | null> {
    const row = await this.#session.first(byKeyForChange, { key })
    return row?.value ?? null
  }

  async add(key: SettingKey, value: string): Promise<boolean> {
    return (await this.#session.run(insert, { key, value })) === 1
  }

  async set(key: SettingKey, value: string): Promise<void> {
    await this.#session.run(upsert, { key, value })
  }
}

const byKey = query((db, p: { key: string }) => db.selectFrom('settings').select('value').where('key', '=', p.key))

const byKeyForChange = query((db, p: { key: string }) =>
  db.selectFrom('settings').select('value').where('key', '=', p.key).forUpdate(),
)

const insert = query((db, p: { key: string; value: string }) =>
  db
    .insertInto('settings')
    .values({ key: p.key, value: p.value })
    .onConflict((conflict) => conflict.column('key').doNothing()),
)

const upsert = query((db, p: { key: string; value: string }) =>
  db
    .insertInto('settings')
    .values({ key: p.key, value: p.value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: p.value })),
)
