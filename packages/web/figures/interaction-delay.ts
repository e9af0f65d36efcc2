import type { BrowserContext, Page } from '@playwright/test'
import { atMost, type Figure } from './figure.ts'

const LONG_TICKET = 1
/** After so long on screen a ticket counts as read. */
const SEEN_MS = 1000

/** From key or click to the next frame, with everything loaded that can be: the whole list and the whole thread. */
export async function interactionDelay(context: BrowserContext, url: string): Promise<Figure[]> {
  const page = await context.newPage()
  await page.goto(`${url}/inbox/all`)
  await page.locator('[data-ticket]').first().waitFor()
  const rows = await loadAllRows(page)
  await page.evaluate(watchEvents)
  for (const key of ['k', 'k', 'k']) await press(page, key)
  // By then the ticket is marked read, which renews the list under the keys that follow.
  await page.waitForTimeout(SEEN_MS - 250)
  for (const key of ['j', 'j', 'j']) await press(page, key)
  const inList = await page.evaluate(readSlowest)

  await page.goto(`${url}/inbox/all/${LONG_TICKET}`)
  const loaded = await loadAllMessages(page)
  await page.evaluate(watchEvents)
  // The long ticket is closed, and a note can be written all the same.
  await page.getByRole('button', { name: 'Note', exact: true }).click()
  await page.getByRole('textbox', { name: 'Note, customer' }).click()
  await page.keyboard.type('It left the depot; it arrives tomorrow.', { delay: 30 })
  const inThread = await page.evaluate(readSlowest)
  await page.close()
  return [
    atMost(`slowest key in a list of ${rows} tickets`, inList, 100, 'ms'),
    atMost(`slowest key or click in a thread of ${loaded} messages`, inThread, 100, 'ms'),
  ]
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.waitForTimeout(250)
}

async function loadAllRows(page: Page): Promise<number> {
  let size = 0
  for (let tries = 0; tries < 1000; tries += 1) {
    await page.evaluate(() => {
      const box = document.querySelector('[data-ticket]')?.closest('ul')?.parentElement
      box?.scrollTo({ top: box.scrollHeight })
    })
    await page.waitForTimeout(60)
    size = Number(
      await page
        .locator('[data-ticket]')
        .last()
        .evaluate((row) => row.closest('li')?.getAttribute('aria-setsize')),
    )
    if (size > 0) break
  }
  await page.locator('[data-ticket]').last().focus()
  return size
}

async function loadAllMessages(page: Page): Promise<number> {
  const log = page.getByRole('log', { name: /^Messages with/ })
  await log.getByRole('article').first().waitFor()
  let loaded = 50
  page.on('response', (response) => {
    if (response.url().includes('/messages?cursor')) loaded += 50
  })
  const older = page.getByRole('button', { name: 'Show earlier messages' })
  for (let tries = 0; tries < 400 && (await older.count()) > 0; tries += 1) {
    await log.evaluate((box) => box.scrollTo({ top: box.scrollTop < 10 ? 20 : 0 }))
    await page.waitForTimeout(60)
  }
  return loaded
}

function watchEvents(): void {
  const slowest = { ms: 0 }
  Object.assign(window, { slowest })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
      if (entry.interactionId > 0) slowest.ms = Math.max(slowest.ms, entry.duration)
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
}

async function readSlowest(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 300))
  return (window as unknown as { slowest: { ms: number } }).slowest.ms
}
