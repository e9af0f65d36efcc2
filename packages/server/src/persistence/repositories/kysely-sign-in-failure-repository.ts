import type { SignInFailureRepository, SignInFailures } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

export class KyselySignInFailureRepository implements SignInFailureRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async find(key: string): Promise<SignInFailures | null> {
    return (await this.#session.first(byKey, { key })) ?? null
  }

  async record(key: string, at: number): Promise<void> {
    await this.#session.run(countUp, { key, at })
  }

  async clear(key: string): Promise<void> {
    await this.#session.run(remove, { key })
  }
}

const byKey = query((db, p: { key: string }) =>
  db.selectFrom('sign_in_failures').select(['count', 'last_at as lastAt']).where('key', '=', p.key),
)

const countUp = query((db, p: { key: string; at: number }) =>
  db
    .insertInto('sign_in_failures')
    .values({ key: p.key, count: 1, last_at: p.at })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        count: eb('sign_in_failures.count', '+', 1),
        last_at: p.at,
      })),
    ),
)

const remove = query((db, p: { key: string }) => db.deleteFrom('sign_in_failures').where('key', '=', p.key))
