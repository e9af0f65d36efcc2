import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Bench, Measure, Measurement } from './measure.ts'
import { hearEvents } from './measures/hear-events.ts'
import { listTickets } from './measures/list-tickets.ts'
import { openTicket } from './measures/open-ticket.ts'
import { restInMemory } from './measures/rest-in-memory.ts'
import { storeTexts } from './measures/store-texts.ts'
import { describeMachine } from './report/machine.ts'
import { table } from './report/table.ts'

/** `npm run bench -- NAME...` measures these alone. */
const measures: Readonly<Record<string, Measure>> = {
  texts: storeTexts,
  lists: listTickets,
  ticket: openTicket,
  memory: restInMemory,
  events: hearEvents,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, profile: { type: 'boolean', default: false } },
})
const unknown = positionals.find((name) => !(name in measures))
if (unknown === undefined) await run(positionals.length > 0 ? positionals : Object.keys(measures))
else {
  console.error(`There is no measure "${unknown}". Choose among: ${Object.keys(measures).join(', ')}.`)
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
    print(measured, describeMachine(bench.workFolder))
  } finally {
    rmSync(bench.workFolder, { recursive: true })
  }
}

function openBench(): Bench {
  const cacheFolder = fileURLToPath(new URL('../../../.cache/bench', import.meta.url))
  const profiles = values.profile ? join(cacheFolder, 'profiles') : null
  mkdirSync(profiles ?? cacheFolder, { recursive: true })
  const workFolder = mkdtempSync(join(cacheFolder, 'run-'))
  return { quick: values.quick, cacheFolder, workFolder, profiles, say: (progress) => console.error(`${progress} ...`) }
}

function print(measured: readonly Measurement[], machine: string): void {
  console.log(`\n${table(measured.flatMap(({ findings }) => findings))}\n`)
  console.log(`- Machine: ${machine}.`)
  for (const note of measured.flatMap(({ notes }) => notes)) console.log(`- ${note}`)
  if (values.quick) console.log('- Measured with --quick: these figures say nothing about speed.')
  if (values.profile) console.log('- The CPU profiles are in .cache/bench/profiles.')
}
