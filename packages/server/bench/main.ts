import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { BenchPostgres } from './desk/bench-postgres.ts'
import type { Bench, Measure, Measurement } from './measure.ts'
import { hearEvents } from './measures/hear-events.ts'
import { listTickets } from './measures/list-tickets.ts'
import { openTicket } from './measures/open-ticket.ts'
import { postgresEvents } from './measures/postgres-events.ts'
import { postgresLists } from './measures/postgres-lists.ts'
import { postgresSearch } from './measures/postgres-search.ts'
import { postgresTexts } from './measures/postgres-texts.ts'
import { restInMemory } from './measures/rest-in-memory.ts'
import { storeTexts } from './measures/store-texts.ts'
import { describeDisk, describeMachine } from './report/machine.ts'
import { table } from './report/table.ts'

const onFile: Readonly<Record<string, Measure>> = {
  texts: storeTexts,
  lists: listTickets,
  ticket: openTicket,
  memory: restInMemory,
  events: hearEvents,
}
const onPostgres: Readonly<Record<string, Measure>> = {
  'postgres-texts': postgresTexts,
  'postgres-lists': postgresLists,
  'postgres-search': postgresSearch,
  'postgres-events': postgresEvents,
}
const measures = { ...onFile, ...onPostgres }
/** Names of several. */
const groups: Readonly<Record<string, readonly string[]>> = {
  file: Object.keys(onFile),
  postgres: Object.keys(onPostgres),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    tickets: { type: 'string', default: '1000000' },
  },
})
const names = (positionals.length > 0 ? positionals : Object.keys(groups)).flatMap((name) => groups[name] ?? [name])
const unknown = names.find((name) => !(name in measures))
if (unknown === undefined) await run(names)
else {
  const known = [...Object.keys(measures), ...Object.keys(groups)].join(', ')
  console.error(`There is no measure "${unknown}". Choose among: ${known}.`)
  process.exitCode = 1
}

async function run(names: readonly string[]): Promise<void> {
  const bench = openBench()
  try {
    const measured: Measurement[] = []
    for (const name of names) {
      const measurement = await measures[name]?.(bench)
      if (measurement) measured.push(measurement)
    }
    const usesPostgres = names.some((name) => name in onPostgres)
    print(measured, [
      `Machine: ${describeMachine(bench.workFolder)}.`,
      ...(usesPostgres ? [await aboutPostgres(bench)] : []),
    ])
  } finally {
    await bench.postgres.close()
    rmSync(bench.workFolder, { recursive: true })
  }
}

function openBench(): Bench {
  const cacheFolder = fileURLToPath(new URL('../../../.cache/bench', import.meta.url))
  const profiles = values.profile ? join(cacheFolder, 'profiles') : null
  mkdirSync(profiles ?? cacheFolder, { recursive: true })
  const workFolder = mkdtempSync(join(cacheFolder, 'run-'))
  const { quick } = values
  const postgres = new BenchPostgres()
  const say = (progress: string) => console.error(`${progress} ...`)
  return { quick, tickets: Number(values.tickets), cacheFolder, workFolder, profiles, postgres, say }
}

/** Its files are where temporary ones are: TMPDIR says where. */
async function aboutPostgres({ postgres }: Bench): Promise<string> {
  return `${await postgres.describe()}; its disk: ${describeDisk(tmpdir())}.`
}

function print(measured: readonly Measurement[], about: readonly string[]): void {
  console.log(`\n${table(measured.flatMap(({ findings }) => findings))}\n`)
  for (const note of [...about, ...measured.flatMap(({ notes }) => notes)]) console.log(`- ${note}`)
  if (values.quick) console.log('- Measured with --quick: these figures say nothing about speed.')
  if (values.profile) console.log('- The CPU profiles are in .cache/bench/profiles.')
  for (const { appendix } of measured) {
    if (appendix) console.log(`\n${appendix.headline}:\n\n\`\`\`\n${appendix.text}\n\`\`\``)
  }
}
