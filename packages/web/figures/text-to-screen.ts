import type { BrowserContext } from '@playwright/test'
import { customer, text } from '../e2e/support/customers.ts'
import { atMost, type Figure, percentile } from './figure.ts'

const TEXTS = 60

/** From the text's arrival at the desk to the agent's screen, with the full desk behind it. */
export async function textToScreen(context: BrowserContext, url: string): Promise<Figure> {
  const page = await context.newPage()
  await page.goto(`${url}/inbox/waiting`)
  await page.locator('[data-ticket]').first().waitFor()
  await text(page, customer(90), 'Zebra')
  const number = await page.request.get(`${url}/api/tickets?view=all&limit=1`).then(firstNumber)
  await page.goto(`${url}/inbox/all/${number}`)
  await page.getByRole('article').filter({ hasText: 'Zebra' }).first().waitFor()
  await page.waitForTimeout(1000)
  const times: number[] = []
  for (let index = 0; index < TEXTS; index += 1) {
    const body = `Text ${index} of many.`
    const shown = page.evaluate(whenShown, body)
    const sent = Date.now()
    await text(page, customer(90), body)
    times.push((await shown) - sent)
  }
  await page.close()
  console.log('text to screen, ms:', times.join(' '))
  return atMost('text to screen, p95', percentile(times, 0.95), 300, 'ms')
}

async function firstNumber(response: { json(): Promise<unknown> }): Promise<number> {
  const { items } = (await response.json()) as { items: { number: number }[] }
  return items[0]?.number ?? Number.NaN
}

/** Runs in the page: the time at which an article holds these words. */
function whenShown(words: string): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = [...document.querySelectorAll('article')].some((article) => article.textContent?.includes(words))
      if (!found) return
      observer.disconnect()
      requestAnimationFrame(() => resolve(Date.now()))
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    look()
  })
}
