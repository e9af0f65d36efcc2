// Takes the pictures of docs/agents-guide.md from a demo desk of its own, in both themes:
// node tools/run.mjs exec -- node packages/web/guide/take-screenshots.ts [FOLDER]
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { browserFlags, findBrowser } from '../e2e/browser.ts'
import { startFileDesk } from '../e2e/support/start-file-desk.ts'
import { type Shot, shots } from './shots.ts'

/** As `npm start -- --demo` prints it. */
const signIn = { email: 'demo@example.com', password: 'a week of invented texts' }
const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }
const folder = process.argv[2] ?? fileURLToPath(new URL('../../../docs/images', import.meta.url))

await mkdir(folder, { recursive: true })
const desk = await startFileDesk({ args: ['--demo'] })
const browser = await chromium.launch({ ...(await findBrowser()), args: browserFlags })
try {
  for (const colorScheme of ['light', 'dark'] as const) await takeAll(browser, desk.url, colorScheme)
} finally {
  await browser.close()
  await desk.stop()
}

async function takeAll(browser: Browser, url: string, colorScheme: 'light' | 'dark'): Promise<void> {
  const context = await browser.newContext({ colorScheme, locale: 'en-GB', reducedMotion: 'reduce', bypassCSP: true })
  const response = await context.request.post(`${url}/api/session`, { data: signIn, headers: { origin: url } })
  if (!response.ok()) throw new Error(`Signing in was refused: ${response.status()}`)
  for (const shot of shots) await take(shot)
  await context.close()

  async function take({ name, path, isNarrow, act }: Shot): Promise<void> {
    const page = await context.newPage()
    await page.setViewportSize(isNarrow ? narrow : wide)
    await page.goto(url + path)
    await page.getByRole('main').waitFor()
    await act?.(page)
    await page.waitForLoadState('networkidle', { timeout: 2000 }).catch(() => undefined)
    await page.addStyleTag({ content: '* { caret-color: transparent !important; }' })
    await writeFile(`${folder}/${name}-${colorScheme}.webp`, await photograph(page))
    await page.close()
  }
}

/** WebP, which the browser makes by itself, is a third of a PNG: pictures stay with every clone for ever. */
async function photograph(page: Page): Promise<Buffer> {
  const browser = await page.context().newCDPSession(page)
  const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality: 82 })
  return Buffer.from(data, 'base64')
}
