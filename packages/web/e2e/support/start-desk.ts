import { test } from '@playwright/test'
import { twoServers } from './projects.ts'
import type { DeskOptions, RunningDesk } from './running-desk.ts'
import { startFileDesk } from './start-file-desk.ts'
import { TwoServerDesk } from './two-server-desk.ts'

/** An empty desk for the running test, of the kind that its project is about. */
export function startDesk(options: DeskOptions = {}): Promise<RunningDesk> {
  return test.info().project.name === twoServers ? TwoServerDesk.start(options) : startFileDesk(options)
}
