import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DeskLedger } from '../test/support/desk-ledger.ts'
import { LiveDesk } from '../test/support/live-desk.ts'
import { DESK_NUMBER } from '../test/support/live-settings.ts'
import { runDeskCommand } from '../test/support/run-desk-command.ts'
import type { Fault, Trial, Verdict } from './fault.ts'
import { type Copied, compare } from './restore/compare.ts'
import { Customers } from './restore/customers.ts'

type RestoreAmounts = { readonly texts: number }

const NEWCOMER = '+12025550199'

/** The row `restore` of the table in docs/reliability.md. */
export const restore: Fault<RestoreAmounts> = {
  name: 'restore',
  promise: 'a desk backed up under load is restored with the same tickets, and sends nothing twice',
  quick: { texts: 120 },
  full: { texts: 10_000 },
  run: tryRestore,
}

async function tryRestore({ amounts: { texts }, folder, say }: Trial<RestoreAmounts>): Promise<Verdict> {
  const desk = await LiveDesk.start({ folder })
  try {
    say('customers text, and a backup is made')
    const copied = await backUpUnderLoad(desk, texts, folder)
    await desk.server.kill()
    say('the copy is restored in an empty place')
    const place = join(folder, 'elsewhere')
    await mkdir(place)
    await command('restore', copied.copy, place, join(place, 'desk.sqlite'))
    return await judge(copied, desk, place)
  } finally {
    await desk.stop()
  }
}

async function backUpUnderLoad(desk: LiveDesk, texts: number, folder: string): Promise<Copied> {
  new DeskLedger(desk.server.databaseFile).liftBudgets()
  const customers = new Customers(desk)
  await customers.untilStored(texts / 2)
  // The provider takes everything from here on and never says so: what a desk is least sure of.
  desk.provider.answerWith('silent')
  await customers.untilStored(texts)
  const before = [...customers.stored]
  const copy = join(folder, 'copy.sqlite')
  await command('backup', copy, folder, desk.server.databaseFile)
  return { copy, before, after: await customers.stop() }
}

async function command(name: string, argument: string, folder: string, file: string): Promise<void> {
  const run = await runDeskCommand([name, argument], { folder, env: { DATABASE_URL: `sqlite:${file}` } })
  if (run.code !== 0) throw new Error(`npm run desk -- ${name} failed:\n${run.output}`)
}

async function judge(copied: Copied, { provider }: LiveDesk, place: string): Promise<Verdict> {
  provider.answerWith('accept')
  const sentBefore = provider.texts.length
  const restored = await LiveDesk.start({ folder: place }, provider)
  try {
    // What would be due would leave before what comes in only now.
    await restored.webhooks.sendText({ from: NEWCOMER, to: DESK_NUMBER, body: 'Are you back?' })
    await provider.waitForTexts(sentBefore + 1)
    const sent = { texts: provider.texts, sentBefore, newcomer: NEWCOMER }
    return compare({ ...copied, file: restored.server.databaseFile, sent })
  } finally {
    await restored.server.stop()
  }
}
