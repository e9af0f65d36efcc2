import type { Change } from '../../src/ports/change-feed.ts'
import type { Desk, UnitOfWork } from '../../src/ports/unit-of-work.ts'
import { DeskHandle } from './desk-handle.ts'
import type { MemoryChangeFeed } from './memory-change-feed.ts'
import { openMemoryDesk } from './memory-repositories.ts'
import type { MemoryStore } from './memory-store.ts'
import { MemoryTables } from './memory-tables.ts'

/** One unit of work after another, each on its own copy of the tables. */
export class MemoryUnitOfWork implements UnitOfWork {
  readonly #store: MemoryStore
  readonly #feed: MemoryChangeFeed
  #last: Promise<unknown> = Promise.resolve()

  constructor(store: MemoryStore, feed: MemoryChangeFeed) {
    this.#store = store
    this.#feed = feed
  }

  run<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#runAlone(work))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async #runAlone<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
    const tables = new MemoryTables(this.#store.committed)
    const changes: Change[] = []
    const handle = new DeskHandle(openMemoryDesk(tables, { record: (change) => changes.push(change) }))
    const result = await settled(work, handle)
    this.#store.commit(tables)
    this.#feed.publish(changes)
    return result
  }
}

async function settled<T>(work: (desk: Desk) => Promise<T>, handle: DeskHandle): Promise<T> {
  try {
    const result = await work(handle.desk)
    handle.refuseUnawaited()
    return result
  } finally {
    handle.settle()
  }
}
