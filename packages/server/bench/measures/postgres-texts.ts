import { PostgresDesk } from '../desk/postgres-desk.ts'
import { PostgresLoad } from '../load/postgres-load.ts'
import { NEW_NUMBER_EVERY } from '../load/text-mix.ts'
import type { Bench, Finding, Measurement } from '../measure.ts'
import { BarePostgres } from '../reference/bare-postgres.ts'
import { describeProfile } from '../report/profile.ts'
import { median } from '../report/statistics.ts'
import { perSecond } from '../report/units.ts'
import { WhereTimeGoes } from '../report/where-time-goes.ts'

const CONNECTIONS = 64

interface Scale {
  readonly rounds: number
  readonly texts: number
  /** Conversations there are when measuring begins. */
  readonly known: number
}

const FULL: Scale = { rounds: 5, texts: 6_000, known: 1_000 }
const QUICK: Scale = { rounds: 1, texts: 128, known: 64 }

interface Round {
  readonly one: number
  readonly bare: number
  readonly two: number
}

/** How many texts a second one server and two on the same PostgreSQL store, and what keeps them from more. */
export async function postgresTexts(bench: Bench): Promise<Measurement> {
  const scale = bench.quick ? QUICK : FULL
  bench.say('Recording the statements of the reference')
  const bare = await record(bench, scale)
  const url = await bench.postgres.makeDatabase()
  const desk = await PostgresDesk.start({ bench, url, name: 'postgres-texts', servers: 2 })
  const load = new PostgresLoad(desk, CONNECTIONS)
  await load.warmUp(scale.known)
  const pid = await bench.postgres.pid()
  const spent = { one: new WhereTimeGoes({ desk, url, pid }), two: new WhereTimeGoes({ desk, url, pid }) }
  const rounds: Round[] = []
  for (let round = 1; round <= scale.rounds; round += 1) {
    bench.say(`Storing texts in PostgreSQL, round ${round} of ${scale.rounds}`)
    const { texts } = scale
    rounds.push({
      one: await spent.one.during(() => load.store([desk.first], texts)),
      bare: await bare.replay({ texts, together: CONNECTIONS }),
      two: await spent.two.during(() => load.store(desk.servers, texts)),
    })
  }
  load.close()
  bare.close()
  await desk.stop()
  const all = scale.rounds * scale.texts
  const spentOn = [`One server: ${spent.one.describe(all)}.`, `Two servers: ${spent.two.describe(all)}.`]
  const profile = bench.profiles === null ? [] : [describeProfile(bench.profiles)]
  return { findings: findingsOf(rounds), notes: [noteOf(scale), ...spentOn, ...profile] }
}

async function record({ postgres }: Bench, { known, texts, rounds }: Scale): Promise<BarePostgres> {
  const [url, copy] = [await postgres.makeDatabase(), await postgres.makeDatabase()]
  return BarePostgres.record({ url, copy, known, texts: texts * rounds })
}

function findingsOf(rounds: readonly Round[]): Finding[] {
  const one = perSecond(median(rounds.map((round) => round.one)))
  const measure = `PostgreSQL: texts stored durably, ${CONNECTIONS} connections`
  return [
    {
      measure: `${measure}, one server`,
      value: one,
      reference: 'the same statements through a bare pool of pg, no HTTP',
      referenceValue: perSecond(median(rounds.map((round) => round.bare))),
      ratio: median(rounds.map((round) => round.one / round.bare)),
      goal: { atLeast: 0.5 },
    },
    {
      measure: `${measure}, two servers`,
      value: perSecond(median(rounds.map((round) => round.two))),
      reference: 'one server',
      referenceValue: one,
      ratio: median(rounds.map((round) => round.two / round.one)),
      goal: null,
    },
  ]
}

function noteOf({ rounds, texts, known }: Scale): string {
  return `PostgreSQL: ${rounds} rounds of ${texts.toLocaleString('en-US')} texts to one server, to the bare pool and to two, on the same machine as PostgreSQL and both senders; signed forms, one in ${NEW_NUMBER_EVERY} of which opens a ticket, the others go on with one of ${known}; a transaction each. Every OK is checked against the database after each run.`
}
