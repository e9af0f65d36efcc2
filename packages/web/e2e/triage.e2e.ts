import { expect, type Page } from '@playwright/test'
import { customer, text } from './support/customers.ts'
import { test } from './support/desk-test.ts'
import { Keystrokes } from './support/keystrokes.ts'
import { ana, ben, invite, join, setUp } from './support/people.ts'
import type { RunningDesk } from './support/running-desk.ts'
import { Thread } from './support/thread.ts'

const TICKETS = 10
const MAX_STROKES = 12

test.beforeEach(async ({ page, desk }) => {
  await setUp(page, desk, ana)
})

test('ten tickets are triaged by keyboard alone', async ({ page, desk }) => {
  const thread = new Thread(page)
  const keys = new Keystrokes(page)
  await addCannedReply(page, desk, 'parcel', 'Hi {{name}}, your parcel is on its way. This is ticket {{ticket}}.')
  await page.getByRole('link', { name: 'Inbox', exact: true }).click()
  for (let index = 1; index <= TICKETS; index += 1) await text(page, customer(index), `Where is parcel ${index}?`)
  await expect(page.locator(`[data-ticket="${TICKETS}"]`)).toBeVisible()

  await keys.press('j')
  for (let number = 1; number <= TICKETS; number += 1) {
    await test.step(`ticket ${number}`, async () => {
      await expect(thread.message(`Where is parcel ${number}?`)).toBeVisible()
      await keys.press('i', 't')
      await expect(page.getByRole('combobox', { name: 'Add a tag' })).toBeFocused()
      await keys.type('parcel')
      await keys.press('Enter', 'Escape', 'r')
      await expect(thread.field).toBeFocused()
      await keys.type('/par')
      await expect(page.getByRole('option', { name: '/parcel' })).toBeVisible()
      await keys.press('Enter')
      await expect(thread.field).toHaveValue(`Hi, your parcel is on its way. This is ticket ${number}.`)
      await keys.press('Control+Shift+Enter')
      await expect(page.locator(`[data-ticket="${number}"]`)).toHaveCount(0)
    })
  }
  const perTicket = keys.strokes / TICKETS
  console.info(
    `${perTicket} keystrokes a ticket beside ${keys.typed / TICKETS} typed characters (goal: ${MAX_STROKES})`,
  )
  expect(perTicket).toBeLessThanOrEqual(MAX_STROKES)

  await expect(page.getByText('Nobody is waiting.')).toBeVisible()
  await page.goto(`${desk.url}/inbox/closed?tag=PARCEL`)
  await expect(page.locator('[data-ticket]')).toHaveCount(TICKETS)
  await page.locator('[data-ticket="1"]').click()
  await expect(page.getByText('Ana took it')).toBeVisible()
  await expect(thread.message('your parcel is on its way')).toHaveCount(1)
})

test('"z" names and takes back what was done, newest first', async ({ page }) => {
  const thread = new Thread(page)
  await text(page, customer(1), 'Where is my order?')
  await thread.open(1)
  await expect(thread.message('Where is my order?')).toBeVisible()
  await page.keyboard.press('i')
  await expect(page.getByText('Assigned ticket 1 to Ana.')).toBeVisible()
  await page.keyboard.press('r')
  await page.keyboard.type('On its way')
  await page.keyboard.press('Control+Shift+Enter')
  // The reply is held for 5 s: nothing is waited for that need not be.
  await expect(page.getByText('Closed ticket 1.')).toBeVisible()
  await expect(thread.field).toHaveCount(0)

  await page.keyboard.press('z')
  await expect(page.getByText('Undone: closed ticket 1.')).toBeVisible()
  await page.keyboard.press('z')
  await expect(page.getByText('Undone: replied on ticket 1.')).toBeVisible()
  await page.keyboard.press('z')
  await expect(page.getByText('Undone: assigned ticket 1 to Ana.')).toBeVisible()
  await thread.open(1)
  await expect(thread.field).toHaveValue('On its way')
  await expect(page.getByRole('button', { name: 'Assign, now: Nobody' })).toBeVisible()
})

test('several tickets are tagged and closed together, and a new text keeps its ticket open', async ({ page, desk }) => {
  for (const index of [1, 2, 3]) await text(page, customer(index), `Question ${index}`)
  await expect(page.locator('[data-ticket="3"]')).toBeVisible()
  for (const key of ['j', 'x', 'j', 'x', 'j', 'x', 't']) await page.keyboard.press(key)
  await page.getByRole('combobox', { name: 'Add a tag' }).fill('outage')
  await page.keyboard.press('Enter')
  await expect(page.getByText("Tagged 'outage': 3 tickets.")).toBeVisible()
  await expect(page.locator('[data-ticket]').getByText('outage', { exact: true })).toHaveCount(3)

  await page.route('**/api/events', (route) => route.abort())
  await page.goto(`${desk.url}/inbox/waiting`)
  await expect(page.locator('[data-ticket="3"]')).toBeVisible()
  // Without a stream the page fetches its lists every 10 s, and whenever a ticket was read: these rows are to stay as they are.
  await page.route(/\/api\/tickets\?/, (route) => route.abort())
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key)
  await text(page, customer(1), 'One more thing')
  await page.keyboard.press('e')
  await expect(page.getByText(/^Closed 1 ticket\. 1 refused: ticket 1 \(The customer wrote again/)).toBeVisible()
})

test('a snoozed ticket waits in its own view and can be woken', async ({ page }) => {
  await text(page, customer(1), 'Where is my order?')
  await new Thread(page).open(1)
  await expect(new Thread(page).message('Where is my order?')).toBeVisible()
  await page.keyboard.press('h')
  await page.getByRole('menuitem', { name: 'Tomorrow 9:00' }).click()
  await expect(page.getByText(/^Snoozed until \w+ 09:00$/)).toBeVisible()
  await page.getByRole('link', { name: 'Snoozed', exact: true }).click()
  await page.locator('[data-ticket="1"]').click()
  await page.getByRole('button', { name: 'Snooze', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Wake it now' }).click()
  await expect(page.getByText('Woken by Ana')).toBeVisible()
})

test('the palette finds actions, views and tickets', async ({ page }) => {
  await text(page, customer(1), 'Where is my order?')
  await expect(page.locator('[data-ticket="1"]')).toBeVisible()
  const field = page.getByRole('combobox', { name: 'Find an action, view or ticket' })
  await page.keyboard.press('Control+k')
  await field.fill('order')
  await expect(page.getByRole('option', { name: /ticket 1/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/inbox\/all\/1$/)
  await expect(new Thread(page).message('Where is my order?')).toBeVisible()
  await page.keyboard.press('Control+k')
  await field.fill('write note')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.press('Control+k')
  await field.fill('snoozed')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/inbox\/snoozed$/)
})

test('a colleague is seen looking and writing, and a draft follows its agent', async ({ page, browser, desk }) => {
  const link = await invite(page, desk.url, ben)
  const context = await browser.newContext()
  const bens = await context.newPage()
  await join(bens, link, ben)
  await page.goto(`${desk.url}/inbox/waiting`)
  await text(page, customer(1), 'Where is my order?')
  await new Thread(page).open(1)
  await new Thread(bens).open(1)
  await expect(page.getByText('Ben is looking').first()).toBeVisible()
  await new Thread(bens).field.fill('I am on it')
  await expect(page.getByText('Ben is writing').first()).toBeVisible()

  const stored = page.waitForResponse(
    (response) => response.url().endsWith('/api/drafts/1') && response.request().method() === 'PUT',
  )
  await new Thread(page).field.fill('Half a sentence')
  await stored
  const elsewhere = await browser.newContext({
    storageState: { ...(await page.context().storageState()), origins: [] },
  })
  const laptop = await elsewhere.newPage()
  await laptop.goto(`${desk.url}/inbox/waiting/1`)
  await expect(new Thread(laptop).field).toHaveValue('Half a sentence')
  await Promise.all([context.close(), elsewhere.close()])
})

async function addCannedReply(page: Page, { url }: RunningDesk, shortcut: string, body: string): Promise<void> {
  await page.goto(`${url}/settings/canned-replies`)
  await page.getByRole('button', { name: 'Add a canned reply' }).click()
  await page.getByRole('textbox', { name: 'Shortcut' }).fill(shortcut)
  await page.getByRole('textbox', { name: 'Text' }).fill(body)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText(`/${shortcut}`)).toBeVisible()
}
