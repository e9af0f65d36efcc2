import type { Clock, Peers } from '@textdesk/core'
import { addUp, type ServerFigures } from './server-figures.ts'

/** Many webhooks in a moment are one telling. */
const SOON_MS = 250
/** What was lost on the way is told again. */
export const AGAIN_MS = 10_000
/** A server that was silent for so long is not there any more. */
const GONE_AFTER_MS = 3.5 * AGAIN_MS

interface News {
  readonly figures: { readonly server: string; readonly of: ServerFigures }
}

interface Deps {
  readonly own: () => ServerFigures
  /** Null where this server is the only one. */
  readonly peers: Peers | null
  readonly clock: Clock
  /** Another server has something that owners' pages should know at once. */
  readonly onNews: () => void
}

/** What all servers of the desk count, as far as they run: each keeps its own figures and tells the others of them. */
export class DeskFigures {
  readonly #deps: Deps
  readonly #server = crypto.randomUUID()
  readonly #others = new Map<string, { readonly heardAt: number; readonly figures: ServerFigures }>()
  readonly #unsubscribe: () => void
  readonly #again: NodeJS.Timeout | undefined
  #soon: NodeJS.Timeout | undefined

  constructor(deps: Deps) {
    this.#deps = deps
    this.#unsubscribe = deps.peers?.subscribe((message) => this.#hear(message as Partial<News>)) ?? (() => {})
    if (deps.peers) this.#again = setInterval(() => this.#tell(), AGAIN_MS).unref()
    this.changed()
  }

  get own(): ServerFigures {
    return this.#deps.own()
  }

  /** Of all servers together. */
  get all(): ServerFigures {
    const since = this.#deps.clock.now() - GONE_AFTER_MS
    for (const [server, { heardAt }] of this.#others) if (heardAt < since) this.#others.delete(server)
    return addUp([this.own, ...[...this.#others.values()].map(({ figures }) => figures)])
  }

  /** The others are told soon. */
  changed(): void {
    if (this.#deps.peers) this.#soon ??= setTimeout(() => this.#tell(), SOON_MS).unref()
  }

  close(): void {
    this.#unsubscribe()
    clearInterval(this.#again)
    clearTimeout(this.#soon)
  }

  #tell(): void {
    clearTimeout(this.#soon)
    this.#soon = undefined
    const { webhooks, ...others } = this.own
    const of = { ...others, webhooks: { ...webhooks, refusedByReason: [...webhooks.refusedByReason] } }
    this.#deps.peers?.tell({ figures: { server: this.#server, of } } satisfies News)
  }

  #hear({ figures: told }: Partial<News>): void {
    if (!told) return
    const before = this.#others.get(told.server)
    this.#others.set(told.server, { heardAt: this.#deps.clock.now(), figures: told.of })
    // Who has just come knows nobody yet.
    if (!before) this.changed()
    else if (told.of.webhooks.news > before.figures.webhooks.news) this.#deps.onNews()
  }
}
