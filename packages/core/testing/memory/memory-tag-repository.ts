import { tagKey } from '../../src/domain/ticket/tag.ts'
import type { TagRepository } from '../../src/ports/repositories/tag-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemoryTagRepository implements TagRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async findSpelling(tag: string): Promise<string | null> {
    const inUse = this.#tables.tickets.all().flatMap(({ tags }) => tags)
    return inUse.find((each) => tagKey(each) === tagKey(tag)) ?? null
  }
}
