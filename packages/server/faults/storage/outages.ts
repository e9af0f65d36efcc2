import { execFileSync } from 'node:child_process'
import Database from 'better-sqlite3'
import type { ServerProcess } from '../../test/support/server-process.ts'
import type { StorageControl } from './storage-control.ts'

/** A way in which a desk can come to be unable to store anything. */
export interface Outage {
  readonly name: string
  /** Returns what ends it. */
  begin(server: ServerProcess, control: StorageControl): Promise<() => unknown>
}

export function outagesOfThisSystem(): readonly Outage[] {
  return canRefuseWrites() ? [...outages, refusedWrites] : outages
}

const outages: readonly Outage[] = [
  { name: 'locked (BEGIN IMMEDIATE)', begin: async (server) => lock(server, 'begin immediate') },
  { name: 'locked (BEGIN EXCLUSIVE)', begin: async (server) => lock(server, 'begin exclusive') },
  {
    name: 'full (max_page_count)',
    begin: async (_server, control) => {
      await control.fillDisk()
      return () => control.freeDisk()
    },
  },
]

/** Past so many bytes the system refuses the process every write to a file: what a full disk does, commit for commit. */
const refusedWrites: Outage = {
  name: 'full (writes refused)',
  begin: async ({ pid }) => {
    limitFiles(pid, '4096:unlimited')
    return () => limitFiles(pid, 'unlimited')
  },
}

/** This process is not the desk's. */
function lock(server: ServerProcess, statement: string): () => void {
  const other = new Database(server.databaseFile, { timeout: 10_000 })
  other.exec(statement)
  return () => other.close()
}

function canRefuseWrites(): boolean {
  try {
    limitFiles(process.pid, null)
    return true
  } catch {
    return false
  }
}

function limitFiles(pid: number, limit: string | null): void {
  execFileSync('prlimit', [`--pid=${pid}`, limit === null ? '--fsize' : `--fsize=${limit}`], { stdio: 'ignore' })
}
