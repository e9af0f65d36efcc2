import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Bytes of a process that are in memory. */
export function residentMemory(pid: number): number {
  return 1_024 * (fromProc(pid) ?? Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })))
}

/** Linux alone has it. */
function fromProc(pid: number): number | null {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return null
  }
}
