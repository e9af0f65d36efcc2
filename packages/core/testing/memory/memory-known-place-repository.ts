import type { KnownPlace, KnownPlaceRepository } from '../../src/ports/repositories/known-place-repository.ts'
import { keyOf, type MemoryTables } from './memory-tables.ts'

export class MemoryKnownPlaceRepository implements KnownPlaceRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async list(digest: string, since: number): Promise<KnownPlace[]> {
    return this.#tables.knownPlaces.where((place) => place.digest === digest && place.lastAt >= since)
  }

  async note({ digest, agentId, at }: { digest: string; agentId: string; at: number }): Promise<void> {
    const key = keyOf(digest, agentId)
    const firstAt = this.#tables.knownPlaces.get(key)?.firstAt ?? at
    this.#tables.knownPlaces.put(key, { digest, agentId, firstAt, lastAt: at })
  }

  async removeForAgent(agentId: string, exceptDigest: string | null): Promise<void> {
    this.#tables.knownPlaces.removeWhere((place) => place.agentId === agentId && place.digest !== exceptDigest)
  }

  async forget(before: number): Promise<void> {
    this.#tables.knownPlaces.removeWhere(({ lastAt }) => lastAt < before)
  }
}
