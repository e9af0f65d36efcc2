import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { BrowserContext } from '@playwright/test'
import { ana } from '../e2e/support/people.ts'
import type { RunningDesk } from '../e2e/support/running-desk.ts'
import { startFileDesk } from '../e2e/support/start-file-desk.ts'

const filler = fileURLToPath(new URL('../../server/bench/seed/fill-file.ts', import.meta.url))

/** A desk with 10,000 tickets, the first of them 5,000 messages long; the context is signed in. */
export async function fullDesk(context: BrowserContext): Promise<RunningDesk> {
  const desk = await startFileDesk()
  await setUp(desk.url)
  await desk.halt()
  execFileSync(process.execPath, [filler, desk.file, '10000', '5000'], { stdio: 'inherit' })
  await desk.resume()
  await signIn(context, desk.url)
  return desk
}

async function setUp(url: string): Promise<void> {
  const response = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(ana),
  })
  if (!response.ok) throw new Error(`Setup was refused: ${response.status} ${await response.text()}`)
}

async function signIn(context: BrowserContext, url: string): Promise<void> {
  const { email, password } = ana
  const response = await context.request.post(`${url}/api/session`, {
    data: { email, password },
    headers: { origin: url },
  })
  if (!response.ok()) throw new Error(`Signing in was refused: ${response.status()} ${await response.text()}`)
}
