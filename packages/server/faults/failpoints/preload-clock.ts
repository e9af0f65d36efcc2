// Given to a server process with `node --import`: its clock is ahead by DESK_CLOCK_AHEAD_MS, or at any moment by what then
// stands in DESK_CLOCK_FILE, which several servers may share. With DESK_CLOCK_SPEED, its time and the desk's timers run so
// many times as fast, from the moment DESK_CLOCK_SINCE on.
import { openSync, readSync } from 'node:fs'
import { SystemClock } from '../../src/system/system-clock.ts'
import { CLOCK_FILE_BYTES } from '../support/shared-clock.ts'

const file = process.env['DESK_CLOCK_FILE']
const ahead = file ? readFrom(file) : () => Number(process.env['DESK_CLOCK_AHEAD_MS'] ?? 0)
const speed = Number(process.env['DESK_CLOCK_SPEED'] ?? 1)
const since = Number(process.env['DESK_CLOCK_SINCE'] ?? 0)
const now = SystemClock.prototype.now
SystemClock.prototype.now = function aheadOfTime(this: SystemClock): number {
  return since + (now.call(this) - since) * speed + ahead()
}
if (speed !== 1) hurry()

function hurry(): void {
  const { setTimeout } = globalThis
  const hurried = (task: () => void, delayMs = 0) => setTimeout(task, delayMs / speed)
  globalThis.setTimeout = Object.assign(hurried, setTimeout) as typeof setTimeout
}

function readFrom(path: string): () => number {
  const descriptor = openSync(path, 'r')
  const written = Buffer.alloc(CLOCK_FILE_BYTES)
  return () => {
    readSync(descriptor, written, 0, CLOCK_FILE_BYTES, 0)
    return Number(written.toString('latin1'))
  }
}
