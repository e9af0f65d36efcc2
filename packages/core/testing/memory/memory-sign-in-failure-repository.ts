import type {
  SignInFailureRepository,
  SignInFailures,
} from '../../src/ports/repositories/sign-in-failure-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemorySignInFailureRepository implements SignInFailureRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(key: string): Promise<SignInFailures | null> {
    return this.#tables.signInFailures.get(key)
  }

  async record(key: string, at: number): Promise<void> {
    const before = this.#tables.signInFailures.get(key)
    this.#tables.signInFailures.put(key, { count: (before?.count ?? 0) + 1, lastAt: at })
  }

  async clear(key: string): Promise<void> {
    this.#tables.signInFailures.remove(key)
  }

  async forget(before: number): Promise<void> {
    this.#tables.signInFailures.removeWhere(({ lastAt }) => lastAt < before)
  }
}
