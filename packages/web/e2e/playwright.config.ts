import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { browserFlags, findBrowser } from './browser.ts'
import { oneFile, twoServers } from './support/projects.ts'

/** What one page draws is the same whoever serves it. */
const aboutThePageAlone = ['axe*', 'reflow', 'senses', 'long-lists'].map((name) => `**/${name}.e2e.ts`)
const cache = fileURLToPath(new URL('../../../.cache', import.meta.url))

/** `npm test` alone leaves out what takes long. */
const isShort = process.env['TEST_PART'] === 'short'

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  globalSetup: fileURLToPath(new URL('./support/start-postgres.ts', import.meta.url)),
  projects: [{ name: oneFile }, ...(isShort ? [] : [{ name: twoServers, testIgnore: aboutThePageAlone }])],
  outputDir: `${cache}/e2e`,
  // Each has a browser, and one or two servers, beside itself.
  workers: Math.max(2, Math.floor(availableParallelism() / 4)),
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? `${cache}/results/e2e.json` }],
  ],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { ...(await findBrowser()), args: browserFlags },
  },
})
