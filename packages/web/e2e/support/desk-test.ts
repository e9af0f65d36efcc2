import { test as base, type Page } from '@playwright/test'
import { ana, ben, invite, join, setUp } from './people.ts'
import type { RunningDesk } from './running-desk.ts'
import { startDesk } from './start-desk.ts'

interface AtTheDesk {
  /** An empty one, of the kind that the project is about. */
  readonly desk: RunningDesk
  /** The pages of two agents, Ana the owner and Ben, each in a browser of their own. Nobody waits. */
  readonly anas: Page
  readonly bens: Page
}

/** Tests with a desk of their own. */
export const test = base.extend<AtTheDesk>({
  // Playwright reads from the pattern what it needs, and takes nothing but a pattern.
  desk: async ({ browserName: _ }, use) => {
    const desk = await startDesk()
    await use(desk)
    await desk.stop()
  },
  anas: async ({ browser, desk }, use) => {
    const page = await (await browser.newContext()).newPage()
    await setUp(page, desk, ana)
    await use(page)
    await page.context().close()
  },
  bens: async ({ browser, desk, anas }, use) => {
    const page = await (await browser.newContext()).newPage()
    await join(page, await invite(anas, desk.url, ben), ben)
    await anas.goto(`${desk.url}/inbox/waiting`)
    await use(page)
    await page.context().close()
  },
})
