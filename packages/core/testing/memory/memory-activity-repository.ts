import type { Activity } from '../../src/domain/ticket/activity.ts'
import type { ActivityRepository } from '../../src/ports/repositories/activity-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemoryActivityRepository implements ActivityRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async add(activity: Activity): Promise<void> {
    this.#tables.activity.put(activity.id, activity)
  }
}
