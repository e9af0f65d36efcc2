import { setTimeout as sleep } from 'node:timers/promises'
import type { ChangeFeed } from '@textdesk/core'
import type { ClosureSession } from './closure-session.ts'
import type { GroupCommit } from './group-commit.ts'
import { advance, indexContacts, indexMessages, progress } from './search-queries.ts'

/** After the first change, so that one step serves many. */
const GATHER_MS = 200
/** Rows per step: what a step costs, the texts that arrive meanwhile wait for. */
const ROWS_PER_STEP = 250
/** After a step that could not be stored. */
const RETRY_MS = 2_000
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
    let pauseMs = GATHER_MS
    while (this.#isStale && (await rest(pauseMs, signal))) {
      this.#isStale = false
      try {
        await this.#catchUpWithRests(signal)
        pauseMs = GATHER_MS
      } catch (error) {
        this.#deps.warn('Search is behind: the index could not be written', error)
        this.#isStale = true
        pauseMs = RETRY_MS
      }
    }
  }

  async #catchUpWithRests(signal: AbortSignal): Promise<void> {
    for (;;) {
      const started = performance.now()
      if (!(await this.#step())) return
      if (!(await rest((performance.now() - started) * REST, signal))) return
    }
  }

  /** True when there is more to do. */
  #step(): Promise<boolean> {
    return this.#deps.commits.run(indexNextRows)
  }
}

/** False once it is over. */
function rest(ms: number, signal: AbortSignal): Promise<boolean> {
  return sleep(ms, true, { signal, ref: false }).catch(() => false)
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
