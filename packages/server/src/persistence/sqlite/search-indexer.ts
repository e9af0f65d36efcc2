import { setTimeout as sleep } from 'node:timers/promises'
import type { ChangeFeed } from '@textdesk/core'
import type { ClosureSession } from './closure-session.ts'
import type { GroupCommit } from './group-commit.ts'
import { advance, indexContacts, indexMessages, progress } from './search-queries.ts'

/** After the first change, so that one step serves many. */
const GATHER_MS = 200
/** Rows per step: what a step costs, the texts that arrive meanwhile wait for. */
const ROWS_PER_STEP = 250
/** A rest after each step, in steps: indexing takes at most a fifth of the time that storing could have. */
const REST = 4

/** Lets the search index follow what was stored, beside the path on which texts are taken in. */
export class SearchIndexer {
  readonly #deps: { commits: GroupCommit; changeFeed: ChangeFeed; warn: (message: string, error: unknown) => void }
  #running: Promise<void> | null = null
  #isStale = true
  #ending = new AbortController()
  #unsubscribe: (() => void) | null = null

  constructor(deps: {
    commits: GroupCommit
    changeFeed: ChangeFeed
    warn: (message: string, error: unknown) => void
  }) {
    this.#deps = deps
  }

  start(): void {
    this.#unsubscribe ??= this.#deps.changeFeed.subscribe(() => this.#wake())
    this.#wake()
  }

  async stop(): Promise<void> {
    this.#unsubscribe?.()
    this.#unsubscribe = null
    this.#ending.abort()
    await this.#running
    this.#ending = new AbortController()
  }

  /** Resolves when everything that was committed before can be found. */
  async catchUp(): Promise<void> {
    while (await this.#step()) {}
  }

  #wake(): void {
    this.#isStale = true
    this.#running ??= this.#follow(this.#ending.signal).finally(() => {
      this.#running = null
    })
  }

  async #follow(signal: AbortSignal): Promise<void> {
    try {
      while (this.#isStale) {
        await sleep(GATHER_MS, null, { signal, ref: false })
        this.#isStale = false
        await this.#catchUpWithRests(signal)
      }
    } catch (error) {
      if (!signal.aborted) this.#deps.warn('Search is behind: the index could not be written', error)
    }
  }

  async #catchUpWithRests(signal: AbortSignal): Promise<void> {
    for (;;) {
      const started = performance.now()
      if (!(await this.#step())) return
      await sleep((performance.now() - started) * REST, null, { signal, ref: false })
    }
  }

  /** True when there is more to do. */
  #step(): Promise<boolean> {
    return this.#deps.commits.run(indexNextRows)
  }
}

async function indexNextRows(session: ClosureSession): Promise<boolean> {
  let isBehind = false
  for (const { subject, lastRow, newest } of await session.all(progress, {})) {
    if (newest <= lastRow) continue
    const upTo = Math.min(newest, lastRow + ROWS_PER_STEP)
    await session.run(subject === 'messages' ? indexMessages : indexContacts, { after: lastRow, upTo })
    await session.run(advance, { subject, upTo })
    isBehind ||= upTo < newest
  }
  return isBehind
}
