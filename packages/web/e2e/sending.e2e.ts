import { expect, type Page } from '@playwright/test'
import { customer, text } from './support/customers.ts'
import { test } from './support/desk-test.ts'
import { ana, setUp } from './support/people.ts'
import { Thread } from './support/thread.ts'

const REPLIES = '**/api/tickets/1/replies'
const TIMELINE = '**/api/tickets/1/messages*'

test.beforeEach(async ({ page, desk }) => {
  await setUp(page, desk, ana)
  await text(page, customer(1), 'Where is my order?')
  await new Thread(page).open(1)
  await expect(new Thread(page).message('Where is my order?')).toBeVisible()
})

test('a reply stands in the thread before the desk has answered, and is the same row afterwards', async ({ page }) => {
  const thread = new Thread(page)
  const reply = thread.message('On its way')
  const answer = await holdAnswer(page, REPLIES)
  await thread.reply('On its way')
  await expect(thread.field).toHaveValue('')
  await expect(reply.getByText(/^Sending in \d s$/)).toBeVisible()
  await reply.evaluate((element) => element.setAttribute('data-same', ''))

  // The desk has it by now, and its news comes before the answer.
  await expect.poll(answer.isHeld).toBe(true)
  await text(page, customer(1), 'Hello?')
  await expect(thread.message('Hello?')).toBeVisible()
  await expect(reply).toHaveCount(1)
  await answer.release()
  await expect(reply).toContainText('Delivered', { timeout: 20_000 })
  await expect(reply).toHaveCount(1)
  await expect(reply).toHaveAttribute('data-same', '')
})

test('a reply can be undone while the desk has not answered yet', async ({ page }) => {
  const thread = new Thread(page)
  const answer = await holdAnswer(page, REPLIES)
  await thread.reply('On its way')
  await thread.message('On its way').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(answer.isHeld).toBe(true)
  await answer.release()
  await expect(thread.message('On its way')).toContainText('Undone, not sent')
  await expect(thread.field).toHaveValue('On its way')
})

test('a reply sent before the thread came up stands in it once, and can be undone', async ({ page, desk }) => {
  const thread = new Thread(page)
  // Where no thread is on screen, so that what is held is the first reading of this one.
  await page.goto(`${desk.url}/settings/password`)
  const read = await holdAnswer(page, TIMELINE)
  await page.goto(`${desk.url}/inbox/waiting/1`)
  await expect.poll(read.isHeld).toBe(true)
  const stored = page.waitForResponse(REPLIES)
  await thread.reply('On its way')
  await (await stored).finished()
  await read.release()
  await expect(thread.message('On its way').getByRole('button', { name: 'Undo' })).toBeVisible()
  await expect(thread.message('On its way')).toHaveCount(1)
})

test('a refused reply leaves the thread, and its text comes back with the reason', async ({ page }) => {
  const thread = new Thread(page)
  const answer = await holdAnswer(page, REPLIES, {
    status: 409,
    code: 'contact-opted-out',
    detail: 'This customer opted out.',
  })
  await thread.reply('On its way')
  await expect(thread.message('On its way')).toBeVisible()
  await expect.poll(answer.isHeld).toBe(true)
  await answer.release()
  await expect(thread.message('On its way')).toHaveCount(0)
  await expect(page.getByRole('alert').getByText('This customer opted out.')).toBeVisible()
  await expect(thread.field).toHaveValue('On its way')
})

test('without a connection a note comes back, and goes out with the next try', async ({ page, context }) => {
  const note = page.getByRole('textbox', { name: 'Note' })
  await page.keyboard.press('n')
  await note.fill('Ask the carrier')
  await context.setOffline(true)
  await note.press('Enter')
  await expect(page.getByText('The desk did not answer.')).toBeVisible()
  await expect(note).toHaveValue('Ask the carrier')
  await context.setOffline(false)
  const stored = page.waitForResponse((response) => response.url().endsWith('/notes') && response.ok())
  await note.press('Enter')
  await expect(note).toHaveValue('')
  await stored
  await expect(new Thread(page).message('Ask the carrier')).toHaveCount(1)
})

test('the marks under the field lie exactly under its words, also where it scrolls', async ({ page }) => {
  const { field } = new Thread(page)
  const layer = field.locator('xpath=preceding-sibling::*[1]')
  const sizes = (locator: typeof field) =>
    locator.evaluate((element) => {
      const { clientWidth, clientHeight, scrollHeight, scrollTop } = element
      const { font, letterSpacing, lineHeight, padding } = getComputedStyle(element)
      return { clientWidth, clientHeight, scrollHeight, scrollTop, font, letterSpacing, lineHeight, padding }
    })
  for (const body of [
    'It’s on its way',
    'It’s a long story, told line by line.\n'.repeat(20),
    `It’s ${'w'.repeat(400)}\n`,
  ]) {
    await field.fill(body)
    await field.press('Control+End')
    expect(await layer.locator('mark').first().textContent()).toBe('’')
    await expect.poll(async () => await sizes(layer)).toEqual(await sizes(field))
  }
})

interface Refusal {
  readonly status: number
  readonly code: string
  readonly detail: string
}

interface HeldAnswer {
  /** Whether the desk has the request. */
  isHeld(): boolean
  release(): Promise<void>
}

/**
 * The desk gets the next request there, or a refusal is made up for it; the page hears of it only when told to. The route stays
 * for the rest of the test: a request that leaves while a route is taken away may never be answered.
 */
async function holdAnswer(page: Page, path: string, refusal?: Refusal): Promise<HeldAnswer> {
  let isTaken = false
  let release: (() => Promise<void>) | null = null
  await page.route(path, async (route) => {
    if (isTaken) return await route.continue()
    isTaken = true
    const response = refusal ? null : await route.fetch()
    release = () =>
      response ? route.fulfill({ response }) : route.fulfill({ status: refusal?.status ?? 500, json: refusal })
  })
  return { isHeld: () => release !== null, release: async () => await release?.() }
}
