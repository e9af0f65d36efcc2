import type { SignInFailureRepository, SignInFailures } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

export class KyselySignInFailureRepository implements SignInFailureRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async find(key: string): Promise<SignInFailures | null> {
    const found = await this.#session.first(lockedByKey, { key })
    return found && found.count > 0 ? found : null
  }

  async record(key: string, at: number): Promise<void> {
    await this.#session.run(countUp, { key, at })
  }

  async clear(key: string): Promise<void> {
    await this.#session.run(remove, { key })
  }

  async forget(before: number): Promise<void> {
    await this.#session.run(removeOld, { before })
  }
}

/** What is not there yet cannot be locked, so it is put there: who guesses on two servers at once waits here. */
const lockedByKey = query((db, p: { key: string }) =>
  db
    .insertInto('sign_in_failures')
    .values({ key: p.key, count: 0, last_at: 0 })
    .onConflict((conflict) => conflict.column('key').doUpdateSet((eb) => ({ count: eb.ref('sign_in_failures.count') })))
    .returning(['count', 'last_at as lastAt']),
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

const removeOld = query((db, p: { before: number }) =>
  db.deleteFrom('sign_in_failures').where('last_at', '<', p.before),
)
