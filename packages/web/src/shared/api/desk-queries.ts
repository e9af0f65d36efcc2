import { QueryClient, type QueryKey } from '@tanstack/vue-query'

type Filters = Parameters<QueryClient['invalidateQueries']>[0]
type Options = Parameters<QueryClient['invalidateQueries']>[1]

/**
 * What news makes stale is fetched again, also where it is being fetched for the first time: the answer under way may have been
 * read before the news. The library joins such a fetch and takes its answer for the news.
 */
export class DeskQueries extends QueryClient {
  readonly #overtaken = new Set<string>()

  override async invalidateQueries(filters?: Filters, options?: Options): Promise<void> {
    const all = this.getQueryCache().findAll(typeof filters === 'function' ? filters() : filters)
    for (const { queryKey, queryHash, state, promise } of all) {
      if (state.data === undefined && promise && state.fetchStatus !== 'idle')
        this.#onceLoaded(queryKey, queryHash, promise)
    }
    await super.invalidateQueries(filters, options)
  }

  async #onceLoaded(queryKey: QueryKey, hash: string, load: Promise<unknown>): Promise<void> {
    if (this.#overtaken.has(hash)) return
    this.#overtaken.add(hash)
    await load.catch(() => undefined)
    this.#overtaken.delete(hash)
    await this.invalidateQueries({ queryKey, exact: true })
  }
}
