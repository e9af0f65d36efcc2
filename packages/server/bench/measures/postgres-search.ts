import { withClient } from '../../test/support/with-client.ts'
import type { Bench, Finding, Measurement } from '../measure.ts'
import { explainSearch, type SearchPlan } from '../report/explain-search.ts'
import { percentile } from '../report/statistics.ts'
import { milliseconds } from '../report/units.ts'
import { deskSizes } from '../seed/desk-sizes.ts'
import { COMMON_WORD, hitsOf, RARE_WORDS } from '../seed/fill-postgres.ts'
import { PER_TICKET } from '../seed/message-places.ts'
import { openSeededPostgres, type SeededPostgres } from '../seed/open-seeded-postgres.ts'
import { compareDesks } from './compare-desks.ts'

const SMALL_MESSAGES = 10_000
const COMMON_SEARCHES = 40

interface Desks {
  readonly large: SeededPostgres
  readonly small: SeededPostgres
  readonly messages: { readonly large: number; readonly small: number }
}

/** What it costs to find a word that hardly any text holds, and one that every fifth does. */
export async function postgresSearch(bench: Bench): Promise<Measurement> {
  const tickets = deskSizes(bench).large.tickets
  const smallTickets = Math.min(SMALL_MESSAGES / PER_TICKET, tickets)
  const desks: Desks = {
    large: await openSeededPostgres(bench, tickets),
    small: await openSeededPostgres(bench, smallTickets),
    messages: { large: tickets * PER_TICKET, small: smallTickets * PER_TICKET },
  }
  const findings: Finding[] = []
  for (const { word, hits } of RARE_WORDS) findings.push(await findRare(bench, desks, word, hits))
  const plan = await explainSearch(desks.large.url, COMMON_WORD)
  const hits = await countHits(desks.large.url)
  findings.push(commonFinding(plan, hits, desks.messages.large))
  const p95 = await timeCommon(bench, desks.large)
  await Promise.all([desks.large.close(), desks.small.close()])
  return {
    findings,
    notes: notesOf(plan, p95),
    appendix: { headline: `Plan of the search for "${COMMON_WORD}"`, text: plan.text },
  }
}

function findRare(bench: Bench, { large, small, messages }: Desks, word: string, hits: number): Promise<Finding> {
  const count = (all: number) =>
    `${hitsOf(hits, all).toLocaleString('en-US')} hits in ${all.toLocaleString('en-US')} messages`
  return compareDesks(bench, {
    measure: `PostgreSQL: search a word with ${count(messages.large)}, p95`,
    reference: count(messages.small),
    path: pathOf(word),
    large: large.client,
    small: small.client,
    goal: { atMost: 3 },
  })
}

function commonFinding(plan: SearchPlan, hits: number, messages: number): Finding {
  return {
    measure: `PostgreSQL: search a word in one of five of ${messages.toLocaleString('en-US')} messages: messages read`,
    value: plan.messagesRead.toLocaleString('en-US'),
    reference: 'messages that hold it',
    referenceValue: hits.toLocaleString('en-US'),
    ratio: plan.messagesRead / hits,
    goal: { atMost: 0.1 },
  }
}

async function countHits(url: string): Promise<number> {
  const count = `select count(*) from messages where kind <> 'auto' and body ilike '%${COMMON_WORD}%'`
  const { rows } = await withClient(url, (client) => client.query<{ count: number }>(count))
  return rows[0]?.count ?? 0
}

async function timeCommon(bench: Bench, { client }: SeededPostgres): Promise<number> {
  bench.say(`Searching ${COMMON_WORD}`)
  const times: number[] = []
  for (let turn = 0; turn < (bench.quick ? 2 : COMMON_SEARCHES); turn += 1)
    times.push(await client.time(pathOf(COMMON_WORD)))
  return percentile(times, 0.95)
}

function pathOf(word: string): string {
  return `/api/tickets?view=all&q=${word}&limit=50`
}

function notesOf(plan: SearchPlan, p95: number): string[] {
  return [
    `Searches: in view "all"; the large desk and the small one hold the word as often. The word in one of five: p95 ${milliseconds(p95)}; ${plan.messagesRead.toLocaleString('en-US')} messages and ${plan.pages.toLocaleString('en-US')} pages of 8 KB read for the newest 2,000 texts that hold it, of which the first page is made.`,
  ]
}
