// Given to a server process with `node --import`: its clock is ahead by DESK_CLOCK_AHEAD_MS.
import { SystemClock } from '../../src/system/system-clock.ts'

const aheadMs = Number(process.env['DESK_CLOCK_AHEAD_MS'] ?? 0)
const now = SystemClock.prototype.now
SystemClock.prototype.now = function ahead(this: SystemClock): number {
  return now.call(this) + aheadMs
}
