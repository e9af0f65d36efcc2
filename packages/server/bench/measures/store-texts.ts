import { join } from 'node:path'
import { AskedProcess } from '../asked-process.ts'
import { PARSING_PATH } from '../desk/parsing-route.ts'
import { startBenchDesk, startDesk } from '../desk/start-desk.ts'
import type { LoadReport } from '../load/load-messages.ts'
import { NEW_NUMBER_EVERY } from '../load/text-mix.ts'
import { type TextLoad, TextReceiver, type TextRun } from '../load/text-receiver.ts'
import type { Bench, Finding, Measurement } from '../measure.ts'
import { BareSqlite } from '../reference/bare-sqlite.ts'
import { describeProfile } from '../report/profile.ts'
import { median, percentile } from '../report/statistics.ts'
import { milliseconds, perSecond } from '../report/units.ts'

const CONNECTIONS = 64

interface Scale {
  readonly rounds: number
  /** Of each round: stored in groups, replayed, and read; and stored one by one, which takes longer. */
  readonly texts: number
  readonly singleTexts: number
  /** Conversations there are when measuring begins: as many as an inbox may confirm in an hour. */
  readonly known: number
}

const FULL: Scale = { rounds: 5, texts: 12_000, singleTexts: 4_000, known: 1_000 }
const QUICK: Scale = { rounds: 1, texts: 256, singleTexts: 128, known: 100 }

interface Subjects {
  readonly shipped: TextReceiver
  readonly single: TextReceiver
  readonly bare: BareSqlite
}

interface Round {
  readonly grouped: TextRun
  readonly bare: number
  readonly single: TextRun
  readonly parsed: LoadReport
}

/** How many texts a second are on disk before their OK, and what each part of the way costs. */
export async function storeTexts(bench: Bench): Promise<Measurement> {
  const scale = bench.quick ? QUICK : FULL
  const load: TextLoad = new AskedProcess(new URL('../load/load-process.ts', import.meta.url))
  const subjects = await open(bench, scale, load)
  const rounds: Round[] = []
  for (let round = 1; round <= scale.rounds; round += 1) {
    bench.say(`Storing texts, round ${round} of ${scale.rounds}`)
    rounds.push(await measure(subjects, scale))
  }
  await Promise.all([subjects.shipped.close(), subjects.single.close()])
  subjects.bare.close()
  load.close()
  const profile = bench.profiles === null ? [] : [describeProfile(bench.profiles)]
  return { findings: findingsOf(rounds), notes: [...notesOf(rounds, scale), ...profile] }
}

async function open({ workFolder, profiles, say }: Bench, scale: Scale, load: TextLoad): Promise<Subjects> {
  const { known, texts, rounds } = scale
  say('Recording the statements of the reference')
  const bare = await BareSqlite.record({ folder: join(workFolder, 'bare'), known, texts: texts * rounds })
  const at = (name: string) => ({ folder: join(workFolder, name), load, connections: CONNECTIONS })
  const [shipped, single] = await Promise.all([
    TextReceiver.open({ ...at('grouped'), start: ({ folder }) => startDesk({ folder, profiles }) }),
    TextReceiver.open({ ...at('single'), start: ({ folder }) => startBenchDesk({ folder, batchLimit: 1 }) }),
  ])
  say('Warming up')
  await shipped.warmUp(known)
  await single.warmUp(known)
  return { shipped, single, bare }
}

async function measure({ shipped, single, bare }: Subjects, { texts, singleTexts }: Scale): Promise<Round> {
  const grouped = await shipped.store(texts)
  return {
    grouped,
    bare: await bare.replay({ texts, group: Math.round(grouped.batch) }),
    single: await single.store(singleTexts),
    parsed: await single.parse(PARSING_PATH, texts),
  }
}

function findingsOf(rounds: readonly Round[]): Finding[] {
  const stored = rounds.map(({ grouped }) => rateOf(grouped))
  const against = (reference: string, rates: number[], goal: Finding['goal']): Finding => ({
    measure: `texts stored durably, ${CONNECTIONS} connections`,
    value: perSecond(median(stored)),
    reference,
    referenceValue: perSecond(median(rates)),
    ratio: median(stored.map((rate, round) => rate / (rates[round] ?? 0))),
    goal,
  })
  return [
    against(
      'the same statements, grouped, through bare better-sqlite3',
      rounds.map(({ bare }) => bare),
      { atLeast: 0.5 },
    ),
    against(
      'one commit per text, through the same server',
      rounds.map(({ single }) => rateOf(single)),
      { atLeast: 5 },
    ),
    against(
      'a route of the same server that reads and stores nothing',
      rounds.map(({ parsed }) => rateOf(parsed)),
      { atLeast: 0.25 },
    ),
    latencyFinding(rounds),
  ]
}

function latencyFinding(rounds: readonly Round[]): Finding {
  const runs = rounds.map(({ grouped }) => ({
    p50: percentile(grouped.latencies, 0.5),
    p99: percentile(grouped.latencies, 0.99),
  }))
  return {
    measure: 'p99 of those',
    value: milliseconds(median(runs.map(({ p99 }) => p99))),
    reference: 'p50 of those',
    referenceValue: milliseconds(median(runs.map(({ p50 }) => p50))),
    ratio: median(runs.map(({ p50, p99 }) => p99 / p50)),
    goal: { atMost: 10 },
  }
}

function notesOf(rounds: readonly Round[], { texts, known }: Scale): string[] {
  const batch = median(rounds.map(({ grouped }) => grouped.batch)).toFixed(1)
  const fewest = Math.min(...rounds.map(({ grouped }) => grouped.checkpoints))
  const longest = Math.max(...rounds.map(({ grouped }) => percentile(grouped.latencies, 1)))
  return [
    `Texts: signed forms, each with an id of its own; one in ${NEW_NUMBER_EVERY} opens a ticket, the others go on with one of ${known}. Every OK is checked against the database after each run.`,
    `${rounds.length} runs of ${texts.toLocaleString('en-US')} texts, each across at least ${fewest} checkpoints, ${batch} texts to a transaction; the bare reference does the same in transactions as large, on a file that grows as much. The slowest text of all runs took ${milliseconds(longest)}.`,
  ]
}

function rateOf({ ok, seconds }: LoadReport): number {
  return ok / seconds
}
