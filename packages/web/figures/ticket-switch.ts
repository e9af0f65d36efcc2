import type { BrowserContext } from '@playwright/test'
import { atMost, type Figure, percentile } from './figure.ts'

const ROUNDS = 20

/** From the click on a ticket that was open before to its messages on screen. */
export async function ticketSwitch(context: BrowserContext, url: string): Promise<Figure> {
  const page = await context.newPage()
  await page.goto(`${url}/inbox/all`)
  const rows = page.locator('[data-ticket]')
  await rows.first().waitFor()
  const numbers = await rows.evaluateAll((links) =>
    links.slice(0, 4).map((link) => Number(link.getAttribute('data-ticket'))),
  )
  for (const number of numbers) {
    await page.locator(`[data-ticket="${number}"]`).click()
    await page.locator(`section[aria-label="Ticket ${number}"] article`).first().waitFor()
  }
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    times.push(await page.evaluate(openAndWait, numbers[round % numbers.length] ?? 0))
    await page.waitForTimeout(100)
  }
  await page.close()
  console.log('switch, ms:', times.map(Math.round).join(' '), 'median', Math.round(percentile(times, 0.5)))
  return atMost('switch to a cached ticket, p95', percentile(times, 0.95), 50, 'ms')
}

/** Runs in the page: until the frame that has the messages. */
function openAndWait(number: number): Promise<number> {
  const started = performance.now()
  document.querySelector<HTMLElement>(`[data-ticket="${number}"]`)?.click()
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector(`section[aria-label="Ticket ${number}"] article`)) resolve(performance.now() - started)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}
