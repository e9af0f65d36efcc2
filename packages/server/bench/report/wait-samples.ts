import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { withClient } from '../../test/support/with-client.ts'

const EVERY_MS = 20
const SHOWN = 5

/** Looks again and again at what the desk's connections are doing, while something else happens. */
export class WaitSamples {
  readonly #counts = new Map<string, number>()
  #taken = 0

  during<T>(url: string, work: () => Promise<T>): Promise<T> {
    return withClient(url, async (client) => {
      const done = new AbortController()
      const sampling = this.#sample(client, done.signal)
      try {
        return await work()
      } finally {
        done.abort()
        await sampling
      }
    })
  }

  /** What so many connections did on average. */
  describe(): string {
    const sorted = [...this.#counts].sort((a, b) => b[1] - a[1]).slice(0, SHOWN)
    return sorted.map(([what, count]) => `${what} ${(count / this.#taken).toFixed(1)}`).join(', ')
  }

  async #sample(client: Client, done: AbortSignal): Promise<void> {
    while (!done.aborted) {
      const { rows } = await client.query<{ what: string; count: number }>(LOOK)
      this.#taken += 1
      for (const { what, count } of rows) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count)
      await sleep(EVERY_MS)
    }
  }
}

/** What is done to which table. */
const STATEMENT = `substring(query from '^\\w+(?: into| from)?(?: "\\w+")?')`

const LOOK = `
  select case
    when state = 'idle' then 'free'
    when state like 'idle in%' then 'waiting for the desk''s next statement'
    when wait_event is null then 'working'
    when wait_event_type = 'Lock' then 'waiting for Lock ' || wait_event || ' in ' || ${STATEMENT}
    else 'waiting for ' || wait_event_type || ' ' || wait_event end as what, count(*) as count
  from pg_stat_activity
  where datname = current_database() and application_name = 'textdesk' group by 1`
