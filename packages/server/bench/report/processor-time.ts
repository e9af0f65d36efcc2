import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second, whatever its kernel does. */
const TICKS_PER_SECOND = 100

interface Times {
  readonly parent: number
  readonly seconds: number
}

/**
 * Seconds of processor time that a process and all it started have used, those that have ended included. Null where the
 * system does not tell.
 */
export function processorTime(pid: number): number | null {
  try {
    const all = new Map(
      readdirSync('/proc')
        .filter(isNumber)
        .flatMap((each) => entryOf(Number(each))),
    )
    return sum(all, pid)
  } catch {
    return null
  }
}

function sum(all: ReadonlyMap<number, Times>, pid: number): number {
  const own = all.get(pid)?.seconds ?? 0
  return [...all].reduce((total, [child, { parent }]) => (parent === pid ? total + sum(all, child) : total), own)
}

/** None for a process that has just ended. */
function entryOf(pid: number): [number, Times][] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in parentheses, may hold anything.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent = 0] = fields
    const ticks = fields.slice(11, 15).reduce((total, each) => total + each, 0)
    return [[pid, { parent, seconds: ticks / TICKS_PER_SECOND }]]
  } catch {
    return []
  }
}

function isNumber(name: string): boolean {
  return /^\d+$/.test(name)
}
