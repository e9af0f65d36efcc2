import { addSessions } from '../../test/support/add-sessions.ts'
import { atOnce } from '../support/at-once.ts'
import { DeskAgent } from '../support/desk-agent.ts'
import type { TwoServers } from '../support/two-servers.ts'
import { openStream } from './open-stream.ts'
import { ReadingPage } from './reading-page.ts'
import { StalledPage } from './stalled-page.ts'

const OPENED_AT_ONCE = 25
/** As many as a session may have. */
const OF_ONE_SESSION = 20
const STALLED_ONE_IN = 10

interface Pages {
  readonly reading: ReadingPage[]
  readonly stalled: StalledPage[]
}

/** Half of them on each server, one in ten of which does not read. */
export async function openPages({ desks }: TwoServers, databaseUrl: string, count: number): Promise<Pages> {
  const pages: Pages = { reading: [], stalled: [] }
  const [{ server }] = desks
  await new DeskAgent(server.url).setUp(await server.setUpCode())
  const cookies = await addSessions(databaseUrl, Math.ceil(count / OF_ONE_SESSION))
  const open = async (index: number) => {
    const door = index % 2
    const cookie = cookies[Math.floor(index / OF_ONE_SESSION)] ?? ''
    const response = await openStream(desks[door]?.server.url ?? '', cookie)
    // As many on one server as on the other.
    if (Math.floor(index / 2) % STALLED_ONE_IN === 0) pages.stalled.push(new StalledPage(response))
    else pages.reading.push(new ReadingPage(response))
  }
  await atOnce(OPENED_AT_ONCE, Array.from(Array(count).keys()), open)
  return pages
}
