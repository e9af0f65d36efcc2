import { EventReader } from '../../test/support/event-reader.ts'
import { DeskAgent } from '../support/desk-agent.ts'
import { TwoServers, type TwoServersPlace } from '../support/two-servers.ts'
import { until } from '../support/until.ts'
import { ServerWatch } from './server-watch.ts'
import { TextLoad } from './text-load.ts'

const CONNECTIONS = 64

/** Two servers under load, with an open page on each. */
export class WatchedServers {
  readonly servers: TwoServers
  readonly load: TextLoad
  readonly watches: readonly [ServerWatch, ServerWatch]

  private constructor(servers: TwoServers, watches: readonly [ServerWatch, ServerWatch]) {
    this.servers = servers
    this.watches = watches
    this.load = new TextLoad(servers)
  }

  static async open(place: Omit<TwoServersPlace, 'connections'>): Promise<WatchedServers> {
    const servers = await TwoServers.start({ ...place, connections: CONNECTIONS })
    const [first, second] = servers.desks
    const agent = new DeskAgent(first.server.url)
    await agent.setUp(await first.server.setUpCode())
    const watch = async (url: string) =>
      new ServerWatch(url, await EventReader.open(url, { cookie: agent.cookie, host: new URL(url).host }))
    return new WatchedServers(servers, [await watch(first.server.url), await watch(second.server.url)])
  }

  /** Resolves once texts get OK on both servers, as they come. */
  async untilTaken(since: number): Promise<number> {
    let taken = since
    await until('both servers took texts', () => {
      const first = ([0, 1] as const).map((door) =>
        this.load.attempts.find(
          (attempt) => attempt.door === door && attempt.sentAt >= since && attempt.status === 200,
        ),
      )
      taken = Math.max(...first.map((attempt) => (attempt ? attempt.sentAt + attempt.ms : Number.POSITIVE_INFINITY)))
      return taken < Number.POSITIVE_INFINITY
    })
    return taken - since
  }

  async close(): Promise<void> {
    for (const watch of this.watches) await watch.stop()
    await this.servers.stop()
  }
}
