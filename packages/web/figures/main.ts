// Measures the page in a real browser against a full desk and prints a table:
// node tools/run.mjs exec -- node packages/web/figures/main.ts
import { chromium } from '@playwright/test'
import { browserFlags, findBrowser } from '../e2e/browser.ts'
import { bundleSizes } from './bundle-sizes.ts'
import { circumstances, type Figure, table } from './figure.ts'
import { fullDesk } from './full-desk.ts'
import { interactionDelay } from './interaction-delay.ts'
import { largestPaint } from './largest-paint.ts'
import { textToScreen } from './text-to-screen.ts'
import { ticketSwitch } from './ticket-switch.ts'

const browser = await chromium.launch({ ...(await findBrowser()), args: browserFlags })
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
const figures: Figure[] = []
try {
  const desk = await fullDesk(context)
  try {
    figures.push(...(await bundleSizes()))
    figures.push(await largestPaint(context, desk.url))
    figures.push(await ticketSwitch(context, desk.url))
    figures.push(await textToScreen(context, desk.url))
    figures.push(...(await interactionDelay(context, desk.url)))
  } finally {
    await desk.stop()
  }
} finally {
  await browser.close()
  console.log(`\n${table(figures)}\n\n${circumstances()}`)
}
process.exitCode = figures.every(({ isMet }) => isMet) ? 0 : 1
