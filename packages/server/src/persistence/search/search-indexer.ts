import { setTimeout as sleep } from 'node:timers/promises'
import type { ChangeFeed } from '@textdesk/core'

/** After the first change, so that one step serves many. */
const GATHER_MS = 200
/** After a step that could not be stored. */
const RETRY_MS = 2_000
/** A rest after each step, in steps: indexing takes at most a fifth of the time that storing could have. */
const REST = 4

/** Rows per step: what a step costs, the texts that arrive meanwhile wait for. */
export const ROWS_PER_STEP = 250

interface Deps {
  /** Indexes so many rows, in a transaction of its own. True when there may be more to do. */
  readonly step: () => Promise<boolean>
  readonly changeFeed: ChangeFeed
  readonly warn: (message: string, error: unknown) => void
}

/** Lets the search index follow what was stored, beside the path on which texts are taken in. */
export class SearchIndexer {
  readonly #deps: Deps
  #running: Promise<void> | null = null
  #isStale = true
  #ending = new AbortController()
  #unsubscribe: (() => void) | null = null

  constructor(deps: Deps) {
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
    while (await this.step()) {}
  }

  /** True when there may be more to do. */
  step(): Promise<boolean> {
    return this.#deps.step()
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
      if (!(await this.step())) return
      if (!(await rest((performance.now() - started) * REST, signal))) return
    }
  }
}

/** False once it is over. */
function rest(ms: number, signal: AbortSignal): Promise<boolean> {
  return sleep(ms, true, { signal, ref: false }).catch(() => false)
}
