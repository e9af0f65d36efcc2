import type { SettingKey, SettingRepository } from '../../src/ports/repositories/setting-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemorySettingRepository implements SettingRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async get(key: SettingKey): Promise<string | null> {
    return this.#tables.settings.get(key)
  }

  async getForChange(key: SettingKey): Promise<string | null> {
    return this.get(key)
  }

  async add(key: SettingKey, value: string): Promise<boolean> {
    if (this.#tables.settings.has(key)) return false
    this.#tables.settings.put(key, value)
    return true
  }

  async set(key: SettingKey, value: string): Promise<void> {
    this.#tables.settings.put(key, value)
  }
}
