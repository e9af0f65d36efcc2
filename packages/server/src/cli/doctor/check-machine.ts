import { existsSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { type Config, ownUrl } from '../../config.ts'
import { isInUse } from '../../persistence/sqlite/examine.ts'
import { bytes } from '../output/bytes.ts'
import { bad, type Finding, good, note } from '../output/finding.ts'

const SCARCE_BYTES = 1_000_000_000
const FULL_BYTES = 100_000_000
const ANSWER_MS = 3_000

export function checkDisk(file: string): Finding {
  const folder = nearestFolder(dirname(file))
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const said = `${bytes(free)} are free on the disk of ${folder}.`
  if (free < FULL_BYTES) return bad(`Only ${said} Make room: a desk that cannot write takes no texts.`)
  return free < SCARCE_BYTES ? note(`Only ${said}`) : good(said)
}

export function checkPage({ webFolder }: Config): Finding {
  return existsSync(join(webFolder, 'index.html'))
    ? good('The page is built.')
    : note('The page is not built yet. npm start builds it.')
}

/** Whether the desk answers where it should, or could start there. */
export async function checkPort(config: Config): Promise<Finding> {
  const url = ownUrl(config)
  const status = await statusOf(`${url}/readyz`)
  const runs = isRunning(config, status)
  if (runs && status === 200) return good(`The desk runs at ${url} and is ready.`)
  if (runs && status === 503) return bad(`The desk runs at ${url} but is not ready: ${url}/readyz says why.`)
  if (runs)
    return bad(`A desk uses the database but does not answer at ${url}. It may have been started with another PORT.`)
  return (await isFree(config.port))
    ? good(`The desk does not run. Port ${config.port} is free for it.`)
    : bad(`Port ${config.port} is used by another program. Stop that, or set PORT to another one.`)
}

/** A file tells whether somebody uses it; of a database for many, only the answer at the port says something. */
function isRunning({ database }: Config, status: number | null): boolean {
  if (database.kind === 'postgres') return status === 200 || status === 503
  return existsSync(database.file) && isInUse(database.file)
}

/** Null when nobody answers. */
export async function statusOf(url: string): Promise<number | null> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS), redirect: 'manual' })).status
  } catch {
    return null
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder))
}
