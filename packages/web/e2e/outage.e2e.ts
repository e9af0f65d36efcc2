import { expect, type Page } from '@playwright/test'
import { customer, text } from './support/customers.ts'
import { test } from './support/desk-test.ts'
import { Thread } from './support/thread.ts'

/** How long the desk is gone. The figures are taken with 60 s. */
const OUTAGE_MS = Number(process.env['TEXTDESK_OUTAGE_MS'] ?? 8000)
const NEWS_MS = 250

test('a desk that is gone under load loses nothing, doubles nothing and keeps what was being written', async ({
  desk,
  anas,
  bens,
}) => {
  test.setTimeout(90_000 + OUTAGE_MS)
  const [ours, theirs] = [new Thread(anas), new Thread(bens)]
  await text(anas, customer(1), 'Where is my order?')
  await text(anas, customer(2), 'And mine?')
  await ours.open(1)
  await theirs.open(2)
  await ours.field.fill('It left this morning')
  await theirs.field.fill('Let me look')
  await Promise.all([anas, bens].map(markPage))

  // Customers go on texting all the while, each until the desk has taken it, as a provider does.
  const load = new Load(anas)
  const loading = load.run()
  await expect.poll(() => load.taken.length).toBeGreaterThan(3)
  await desk.halt()
  await expect(anas.getByText('Connection lost.')).toBeVisible()
  // Sent into the outage, from both sides: refused with a reason, and kept.
  for (const thread of [ours, theirs]) await sendAnyway(thread)
  await expect(anas.getByText('The desk did not answer.')).toBeVisible()
  await new Promise((resolve) => setTimeout(resolve, OUTAGE_MS))
  await expect(ours.field).toHaveValue('It left this morning')
  await expect(theirs.field).toHaveValue('Let me look')

  const back = Promise.all([anas, bens].map((page) => connected(page)))
  await desk.resume()
  await back
  const since = Date.now()
  load.stop()
  await loading
  const last = load.taken.at(-1) ?? ''
  // Looks more often than `expect` does.
  await ours.message(last).first().waitFor()
  console.log(`outage ${OUTAGE_MS} ms, up to date ${Date.now() - since} ms after the stream was back`)
  expect(Date.now() - since).toBeLessThan(2000)

  for (const thread of [ours, theirs]) await sendAnyway(thread)
  // A reply stands in its thread before the desk has it.
  await expect.poll(() => bodiesOf(anas, 1, isReply)).toEqual(['It left this morning'])
  await expect.poll(() => bodiesOf(anas, 2, isReply)).toEqual(['Let me look'])
  await expect(ours.message('It left this morning')).toHaveCount(1)
  await expect(theirs.message('Let me look')).toHaveCount(1)
  await expect(ours.message(last)).toHaveCount(1)
  expect(await bodiesOf(anas, 1, isText)).toEqual(['Where is my order?', ...load.taken])
  for (const page of [anas, bens]) expect(await page.evaluate(() => 'marked' in window)).toBe(true)
})

class Load {
  readonly taken: string[] = []
  readonly #page: Page
  #isOn = true

  constructor(page: Page) {
    this.#page = page
  }

  async run(): Promise<void> {
    for (let index = 1; this.#isOn; index += 1) {
      const body = `Still waiting, ${index}.`
      while (this.#isOn && !(await this.#write(body))) await pause()
      await pause()
    }
  }

  stop(): void {
    this.#isOn = false
  }

  async #write(body: string): Promise<boolean> {
    try {
      await text(this.#page, customer(1), body)
      this.taken.push(body)
      return true
    } catch {
      return false
    }
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, NEWS_MS))
}

/** Where texts came meanwhile, the first Enter only says that they were seen; where none did, the second finds an empty field. */
async function sendAnyway(thread: Thread): Promise<void> {
  await thread.field.press('Enter')
  await thread.field.press('Enter')
}

/** A page that loads anew has no mark any more. */
async function markPage(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { marked: true }))
}

async function connected(page: Page): Promise<void> {
  const timeout = 45_000
  await page.waitForResponse((response) => response.url().endsWith('/api/events') && response.ok(), { timeout })
}

interface Stored {
  readonly direction?: string
  readonly kind?: string
  readonly body: string
}

const isText = ({ direction }: Stored): boolean => direction === 'in'
const isReply = ({ direction, kind }: Stored): boolean => direction === 'out' && kind === 'sms'

/** What the desk has stored, as it says itself. */
async function bodiesOf(page: Page, ticket: number, isMeant: (stored: Stored) => boolean): Promise<string[]> {
  const bodies: string[] = []
  let cursor: string | null = null
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const url = new URL(`/api/tickets/${ticket}/messages?limit=100${query}`, page.url())
    const stored = (await (await page.request.get(url.href)).json()) as { items: Stored[]; nextCursor: string | null }
    bodies.unshift(...stored.items.filter(isMeant).map(({ body }) => body))
    cursor = stored.nextCursor
  } while (cursor !== null)
  return bodies
}
