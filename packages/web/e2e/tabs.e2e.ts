import { type BrowserContext, expect, type Page } from '@playwright/test'
import { customer, text } from './support/customers.ts'
import { test } from './support/desk-test.ts'
import { ana, setUp } from './support/people.ts'
import type { RunningDesk } from './support/running-desk.ts'

test.beforeEach(async ({ page, context, desk }) => {
  await context.addInitScript(countStreams)
  await setUp(page, desk, ana)
})

test('two tabs share one stream, and the second takes over when the first closes', async ({ page, context, desk }) => {
  const second = await openTab(context, desk)
  await text(page, customer(1), 'Where is my order?')
  for (const tab of [page, second]) await expect(tab.locator('[data-ticket="1"]')).toBeVisible()
  expect([await streamsOf(page), await streamsOf(second)]).toEqual([1, 0])

  await page.close()
  await expect.poll(() => streamsOf(second)).toBe(1)
  await text(second, customer(2), 'And mine?')
  await expect(second.locator('[data-ticket="2"]')).toBeVisible()
})

test('where the browser has no locks each tab has a stream of its own', async ({ page, context, desk }) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }))
  await page.reload()
  const second = await openTab(context, desk)
  await text(page, customer(1), 'Where is my order?')
  for (const tab of [page, second]) await expect(tab.locator('[data-ticket="1"]')).toBeVisible()
  expect([await streamsOf(page), await streamsOf(second)]).toEqual([1, 1])
})

test('where no stream gets through the page asks every 10 seconds', async ({ page, context }) => {
  test.setTimeout(90_000)
  await context.route('**/api/events', (route) => route.abort())
  await page.reload()
  await expect(page.getByText('Updating every 10 seconds.')).toBeVisible({ timeout: 20_000 })
  await text(page, customer(1), 'Where is my order?')
  // What is asked first, each time.
  await page.waitForResponse('**/api/session')
  await expect(page.locator('[data-ticket="1"]')).toBeVisible()
  await context.unroute('**/api/events')
  await expect(page.getByText('Updating every 10 seconds.')).toBeHidden({ timeout: 40_000 })
})

async function openTab(context: BrowserContext, { url }: RunningDesk): Promise<Page> {
  const tab = await context.newPage()
  await tab.goto(url)
  await expect(tab.getByText('No texts yet.')).toBeVisible()
  return tab
}

/** Runs in the page before its own code. */
function countStreams(): void {
  const opened = { count: 0 }
  Object.assign(window, { openedStreams: opened })
  window.EventSource = class extends EventSource {
    constructor(url: string | URL) {
      super(url)
      opened.count += 1
    }
  }
}

function streamsOf(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { openedStreams: { count: number } }).openedStreams.count)
}
