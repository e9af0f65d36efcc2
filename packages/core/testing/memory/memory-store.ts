import { MemoryTables } from './memory-tables.ts'

/** What is committed. A unit of work works on a copy and puts it here when it is done. */
export class MemoryStore {
  #committed = new MemoryTables()

  get committed(): MemoryTables {
    return this.#committed
  }

  commit(tables: MemoryTables): void {
    this.#committed = tables
  }
}
