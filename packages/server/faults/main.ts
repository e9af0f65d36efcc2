import { parseArgs } from 'node:util'
import { autoResponder } from './auto-responder.ts'
import { backlog } from './backlog.ts'
import { bodies } from './bodies.ts'
import { database } from './database.ts'
import type { Amounts, Fault } from './fault.ts'
import { firstTexts } from './first-texts.ts'
import { firstTextsOfTwo } from './first-texts-of-two.ts'
import { fsyncs } from './fsyncs.ts'
import { halfOpen } from './half-open.ts'
import { kills } from './kills.ts'
import { killsOfTwo } from './kills-of-two.ts'
import { migrations } from './migrations.ts'
import { move } from './move.ts'
import { reports } from './reports.ts'
import { resets } from './resets.ts'
import { restore } from './restore.ts'
import { rollingRestart } from './rolling-restart.ts'
import { standstill } from './standstill.ts'
import { storage } from './storage.ts'
import { streams } from './streams.ts'
import { takeover } from './takeover.ts'
import { tryFault } from './try-fault.ts'

/** `npm run faults -- NAME...` tries these alone. */
const faults: readonly Fault[] = [
  firstTexts,
  firstTextsOfTwo,
  storage,
  database,
  halfOpen,
  streams,
  bodies,
  restore,
  backlog,
  autoResponder,
  migrations,
  kills,
  killsOfTwo,
  rollingRestart,
  takeover,
  standstill,
  resets,
  move,
  reports,
  fsyncs,
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, set: { type: 'string', multiple: true, default: [] } },
})
const unknown = positionals.find((name) => !faults.some((fault) => fault.name === name))
if (unknown === undefined)
  await tryAll(faults.filter(({ name }) => positionals.length === 0 || positionals.includes(name)))
else {
  const known = faults.map(({ name, promise }) => `  ${name.padEnd(16)} ${promise}`).join('\n')
  console.error(`There is no fault "${unknown}". Choose among:\n${known}`)
  process.exitCode = 1
}

async function tryAll(chosen: readonly Fault[]): Promise<void> {
  for (const fault of chosen) {
    const amounts = amountsFor(fault)
    console.log(`\n${fault.name}: ${fault.promise}`)
    const began = performance.now()
    const { figures, broken } = await tryFault(fault, {
      amounts,
      say: (progress) => console.error(`  ${progress} ...`),
    })
    for (const [what, figure] of Object.entries(figures)) console.log(`  ${what}: ${shown(figure)}`)
    for (const sentence of broken) console.log(`  BROKEN: ${sentence}`)
    console.log(
      `  ${broken.length === 0 ? 'held' : 'BROKEN'} after ${((performance.now() - began) / 1000).toFixed(1)} s`,
    )
    if (broken.length > 0) process.exitCode = 1
  }
}

/** `--quick` takes the amounts of the test run, `--set kills=2000` any other. */
function amountsFor(fault: Fault): Amounts {
  const amounts: Record<string, number> = { ...(values.quick ? fault.quick : fault.full) }
  for (const setting of values.set) {
    const [name = '', value] = setting.split('=')
    if (name in amounts) amounts[name] = Number(value)
  }
  return amounts
}

function shown(figure: number | string): string {
  return typeof figure === 'number' ? figure.toLocaleString('en') : figure
}
