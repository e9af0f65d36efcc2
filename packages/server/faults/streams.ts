import type { Fault, Trial, Verdict } from './fault.ts'
import { crowdOut } from './streams/crowd-out.ts'
import { complaintsOf } from './streams/judge-pages.ts'
import { openPages } from './streams/pages.ts'
import type { ReadingPage } from './streams/reading-page.ts'
import { sendTexts } from './streams/send-texts.ts'
import { ServerMemory } from './streams/server-memory.ts'
import { openFaultDatabase } from './support/fault-database.ts'
import { TwoServers } from './support/two-servers.ts'
import { until } from './support/until.ts'

type Amounts = { streams: number; texts: number }
type PagesTrial = Pick<Trial<Amounts>, 'amounts' | 'say'> & { readonly databaseUrl: string }

const MAX_GROWTH_MIB = 384
const WAKE_WITHIN_MS = 30_000

export const streams: Fault<Amounts> = {
  name: 'streams',
  promise: 'of the pages open on two servers those that read hear of every text, and those that do not read are cut',
  quick: { streams: 100, texts: 40 },
  full: { streams: 2_000, texts: 300 },
  run: tryStreams,
}

async function tryStreams({ amounts, folder, say }: Trial<Amounts>): Promise<Verdict> {
  const postgres = await openFaultDatabase()
  const servers = await TwoServers.start({ folder, databaseUrl: postgres.url, connections: 1 })
  try {
    return await tryPages(servers, { amounts, databaseUrl: postgres.url, say })
  } finally {
    await servers.stop()
    await postgres.remove()
  }
}

async function tryPages(servers: TwoServers, { amounts, databaseUrl, say }: PagesTrial): Promise<Verdict> {
  const memory = new ServerMemory(servers)
  await memory.keep('memory of the servers, without a page')
  const { reading, stalled } = await openPages(servers, databaseUrl, amounts.streams)
  await memory.keep('with all of them')
  say(`${reading.length} pages read, ${stalled.length} do not`)
  const [tickets, { batches, left }] = await Promise.all([
    sendTexts(servers, amounts.texts),
    crowdOut({ databaseUrl, reading, look: () => memory.look(), say }),
  ])
  const heardAll = await countThatHear(reading, tickets.flat().length)
  const cut = (await Promise.all(stalled.map((page) => page.findCut(WAKE_WITHIN_MS)))).filter(Boolean).length
  memory.keepMost('at most')
  await memory.keep('in the end')
  const broken = complaintsOf(reading, tickets)
  if (left > 0) broken.push(`${left} pages that did not read were still listed`)
  if (cut < stalled.length) broken.push(`${stalled.length - cut} pages that did not read found their stream open`)
  if (memory.growth > MAX_GROWTH_MIB) broken.push(`the memory of a server grew by ${memory.growth.toFixed(0)} MiB`)
  const figures = {
    streams: amounts.streams,
    texts: tickets.flat().length,
    'pages that heard of every text': heardAll,
    'sent to each page': `${((reading[0]?.bytes ?? 0) / 2 ** 20).toFixed(1)} MiB`,
    'pages that did not read': stalled.length,
    'of these cut': cut,
    'batches until they were': batches,
    ...memory.figures,
  }
  return { figures, broken }
}

/** As soon as all do; or how many do when it becomes hopeless. */
async function countThatHear(reading: readonly ReadingPage[], texts: number): Promise<number> {
  const those = () => reading.filter((page) => new Set(page.texts).size >= texts).length
  await until('every page that reads heard of every text', () => those() === reading.length).catch(() => {})
  return those()
}
