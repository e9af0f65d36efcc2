import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WriteAheadLog } from '../bench/desk/write-ahead-log.ts'
import { LiveDesk } from '../test/support/live-desk.ts'
import { DESK_NUMBER } from '../test/support/live-settings.ts'
import { textRequest } from '../test/support/message-bird-requests.ts'
import type { Fault, Trial, Verdict } from './fault.ts'
import { FsyncCount } from './fsyncs/fsync-count.ts'
import { fictionalNumber } from './support/fictional-number.ts'
import { until } from './support/until.ts'

type FsyncAmounts = { texts: number }

const DEFAULT_SQLITE = fileURLToPath(new URL('fsyncs/default-sqlite.ts', import.meta.url))

/** What no kill can notice: the system keeps what a killed process wrote, the power does not. By hand only: it needs strace. */
export const fsyncs: Fault<FsyncAmounts> = {
  name: 'fsyncs',
  promise: 'every commit waits for the disk before anybody hears of it (Linux with strace)',
  quick: { texts: 20 },
  full: { texts: 500 },
  run: countFsyncs,
}

async function countFsyncs({ amounts: { texts }, folder, say }: Trial<FsyncAmounts>): Promise<Verdict> {
  const desk = await countDesk(texts, folder, say)
  const byDefault = await countDefaults(texts, folder)
  const broken = []
  if (desk.fsyncs < desk.transactions) broken.push(`${desk.transactions - desk.fsyncs} commits did not wait`)
  if (byDefault >= texts) broken.push('the count cannot tell: it finds an fsync for every commit by default too')
  return {
    figures: {
      'texts answered OK, one after the other': texts,
      'transactions of the desk': desk.transactions,
      'fsyncs of its log': desk.fsyncs,
      'for comparison: commits of better-sqlite3 left to its defaults': texts,
      'fsyncs of their log': byDefault,
    },
    broken,
  }
}

async function countDesk(texts: number, folder: string, say: Trial['say']) {
  const desk = await LiveDesk.start({ folder })
  try {
    const log = new WriteAheadLog(desk.server.databaseFile)
    await desk.webhooks.sendText({ from: fictionalNumber(texts), to: DESK_NUMBER, body: 'The log is there.' })
    const count = await FsyncCount.of(desk.server.pid, join(folder, 'fsyncs.txt'))
    const before = log.commits()
    for (let index = 0; index < texts; index += 1) {
      if (index % 100 === 0) say(`${index} of ${texts} texts`)
      const { body } = await desk.webhooks.deliver(
        textRequest({ from: fictionalNumber(index), to: DESK_NUMBER, body: 'Hi' }),
      )
      if (body !== 'OK') throw new Error(`A text was answered "${body}"`)
    }
    await desk.provider.waitForTexts(texts)
    const transactions = log.commits() - before
    const counts = await count.end()
    return { transactions, fsyncs: counts.get(`${desk.server.databaseFile}-wal`) ?? 0 }
  } finally {
    await desk.stop()
  }
}

async function countDefaults(commits: number, folder: string): Promise<number> {
  const file = join(folder, 'default.sqlite')
  const child = spawn(process.execPath, [DEFAULT_SQLITE, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  try {
    let done = 0
    child.stdout.on('data', () => {
      done += 1
    })
    child.stdin.write('1\n')
    await until('the first commit was made', () => done === 1)
    const count = await FsyncCount.of(child.pid ?? 0, join(folder, 'default.txt'))
    child.stdin.write(`${commits}\n`)
    await until('the others were made', () => done === 2)
    return (await count.end()).get(`${file}-wal`) ?? 0
  } finally {
    child.stdin.end()
    if (child.exitCode === null) await once(child, 'close')
  }
}
