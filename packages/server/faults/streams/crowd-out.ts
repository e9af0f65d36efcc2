import { until } from '../support/until.ts'
import { Crowd } from './crowd.ts'
import type { ReadingPage } from './reading-page.ts'
import type { ServerFigures } from './server-figures.ts'

/** Far more than a system keeps for a connection that nobody reads. */
const MAX_BATCHES = 400

interface Crowding {
  readonly databaseUrl: string
  readonly reading: readonly ReadingPage[]
  readonly look: () => Promise<ServerFigures[]>
  readonly say: (progress: string) => void
}

interface Crowded {
  readonly batches: number
  /** Streams of pages that do not read. */
  readonly left: number
}

/**
 * Tells all pages more and more, no faster than those that read have heard it, until the servers have cut the others. What
 * is sent first lies in the buffers of the system, some megabytes for each.
 */
export async function crowdOut({ databaseUrl, reading, look, say }: Crowding): Promise<Crowded> {
  const crowd = await Crowd.join(databaseUrl)
  try {
    for (let batch = 1; ; batch += 1) {
      await crowd.stir(batch)
      await until('every page that reads heard of the crowd', () =>
        reading.every((page) => page.hasEnded || page.batch >= batch),
      )
      const figures = await look()
      const left = figures.reduce((sum, { streams }) => sum + streams, 0) - reading.length
      if (batch % 10 === 0) say(`${batch} batches, ${left} pages that do not read are left`)
      if (left <= 0 || batch === MAX_BATCHES) return { batches: batch, left: Math.max(0, left) }
    }
  } finally {
    await crowd.leave()
  }
}
