import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillDesk, messagesOf } from '../bench/seed/fill-desk.ts'
import { DeskLedger } from '../test/support/desk-ledger.ts'
import { LiveDesk } from '../test/support/live-desk.ts'
import type { Fault, Trial, Verdict } from './fault.ts'
import { answersOf } from './move/answers.ts'
import { judgeMoved } from './move/judge-moved.ts'
import { liveALittle } from './move/live-a-little.ts'
import type { MovedDesk } from './move/moved-desk.ts'
import { Mover } from './move/mover.ts'
import { Owner } from './move/owner.ts'
import { openFaultDatabase } from './support/fault-database.ts'

type MoveAmounts = { readonly tickets: number }

const INTERRUPTIONS = 2

export const move: Fault<MoveAmounts> = {
  name: 'move',
  promise: 'a desk moved from its file to PostgreSQL, and interrupted twice, is the same desk there',
  quick: { tickets: 2_000 },
  full: { tickets: 100_000 },
  run: tryMove,
}

async function tryMove({ amounts: { tickets }, folder, say }: Trial<MoveAmounts>): Promise<Verdict> {
  const database = await openFaultDatabase()
  let desk: LiveDesk | null = null
  try {
    say(`a desk of ${tickets} tickets is made`)
    desk = await makeDesk(folder, tickets)
    const file = desk.server.databaseFile
    const owner = await Owner.signIn(desk.server.url)
    const lived = await liveALittle(desk, owner, tickets + 1)
    const answers = await answersOf(owner, lived)
    // As abruptly as can be: what is in doubt stays so, and the newest rows are in the log beside the file.
    await desk.server.kill()
    const before = hashOf(file)
    say('it is moved')
    const moved = await interruptTwice({ file, url: database.url, messages: messagesOf(sizeOf(tickets)), folder, say })
    say('both are compared')
    const isTouched = hashOf(file) !== before
    return await judgeMoved({
      ...moved,
      isTouched,
      file,
      url: database.url,
      folder,
      lived,
      answers,
      provider: desk.provider,
    })
  } finally {
    await desk?.stop()
    await database.remove()
  }
}

function sizeOf(tickets: number) {
  return { tickets, long: 200, short: 10 }
}

/** Filled past the desk, then lived in. */
async function makeDesk(folder: string, tickets: number): Promise<LiveDesk> {
  const desk = await LiveDesk.start({ folder })
  await Owner.setUp(desk.server.url, await desk.server.setUpCode())
  await desk.server.stop()
  fillDesk(desk.server.databaseFile, sizeOf(tickets))
  new DeskLedger(desk.server.databaseFile).liftBudgets()
  await desk.server.start()
  return desk
}

/** Everything that belongs to the file. */
function hashOf(file: string): string {
  const hash = createHash('sha256')
  for (const part of [file, `${file}-wal`].filter((path) => existsSync(path))) hash.update(readFileSync(part))
  return hash.digest('hex')
}

interface Interrupted {
  readonly file: string
  readonly url: string
  readonly messages: number
  readonly folder: string
  readonly say: (progress: string) => void
}

/** By `kill -9`, in the middle of the messages. */
async function interruptTwice({
  file,
  url,
  messages,
  folder,
  say,
}: Interrupted): Promise<Pick<MovedDesk, 'killedAt' | 'last' | 'seconds'>> {
  const began = performance.now()
  const place = join(folder, 'elsewhere')
  mkdirSync(place)
  const killedAt: (number | null)[] = []
  for (let time = 1; time <= INTERRUPTIONS; time += 1) {
    const at = Math.floor((messages * time) / (INTERRUPTIONS + 1))
    killedAt.push(await new Mover({ file, url, folder: place }).killAt(at, url))
    say(`killed with ${killedAt.at(-1)} of ${messages} messages there`)
  }
  const mover = new Mover({ file, url, folder: place })
  const code = await mover.ended()
  return { killedAt, last: { code, output: mover.output }, seconds: (performance.now() - began) / 1000 }
}
