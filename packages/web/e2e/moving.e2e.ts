import { expect } from '@playwright/test'
import { customer, text } from './support/customers.ts'
import { test } from './support/desk-test.ts'
import { isClean } from './support/is-clean.ts'
import { ana, setUp } from './support/people.ts'
import { Thread } from './support/thread.ts'

const bodies = ['Where is my order?', 'Do you fix lamps?', 'Hello?']

test.beforeEach(async ({ page, desk }) => {
  await setUp(page, desk, ana)
  for (const body of bodies) await text(page, customer(1), body)
  await new Thread(page).open(1)
})

test('a text says why it is here, and is moved to a new ticket with what came after it', async ({ page }) => {
  const thread = new Thread(page)
  const lamps = thread.message('Do you fix lamps?')
  await thread.message('Where is my order?').getByRole('button', { name: 'Why here?' }).click()
  await expect(page.getByText('It is the first text of this customer to this number.')).toBeVisible()
  await page.getByRole('button', { name: 'Move to a new ticket' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('nothing would stay behind')
  await page.getByRole('button', { name: 'Keep it here' }).click()

  await lamps.getByRole('button', { name: 'Why here?' }).focus()
  await page.keyboard.press('Enter')
  await expect(lamps.getByText("The customer's ticket was open when it came.")).toBeVisible()
  await isClean(page, 'why a text is here')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Move to a new ticket' })
  const words = 'This text and the message after it go to a new ticket. Ticket 1 is closed.'
  await expect(dialog.getByText(words)).toBeVisible()
  await isClean(page, 'moving a text')
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()

  await expect(page.getByRole('region', { name: 'Ticket 2', exact: true })).toBeVisible()
  await expect(thread.message('Do you fix lamps?')).toBeVisible()
  await expect(thread.message('Where is my order?')).toHaveCount(0)
  await page.getByRole('link', { name: 'Ana moved texts here from ticket 1' }).click()
  await expect(page.getByRole('link', { name: 'Ana moved texts to ticket 2' })).toBeVisible()
  await expect(thread.message('Where is my order?')).toBeVisible()
  await expect(thread.message('Hello?')).toHaveCount(0)
  await expect(page.getByText('Closed', { exact: true }).first()).toBeVisible()
})

test('tickets are merged with what was being written, and the old address leads on', async ({ page, desk }) => {
  const thread = new Thread(page)
  await thread.message('Hello?').getByRole('button', { name: 'Why here?' }).click()
  await page.getByRole('button', { name: 'Move to a new ticket' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Ticket 2', exact: true })).toBeVisible()
  await thread.field.fill('We are here.')
  await page.getByRole('button', { name: 'More about this ticket' }).click()
  await page.getByRole('menuitem', { name: 'Merge into another ticket' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge ticket 2' })
  await expect(dialog.getByRole('radio')).toHaveCount(1)
  await isClean(page, 'merging')
  await dialog.getByRole('radio', { name: /^Ticket 1/ }).check()
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()

  await expect(page.getByRole('region', { name: 'Ticket 1', exact: true })).toBeVisible()
  await expect(page.getByText('Ana merged ticket 2 into this one')).toBeVisible()
  for (const body of bodies) await expect(thread.message(body)).toBeVisible()
  await expect(thread.field).toHaveValue('We are here.')

  await page.goto(`${desk.url}/inbox/all/2`)
  await expect(page.getByText('Ticket 2 was merged into this one.')).toBeVisible()
  await expect(page).toHaveURL(`${desk.url}/inbox/all/1`)
  await expect(page.locator('[data-ticket]')).toHaveCount(1)
  await page.locator('main').press('m')
  await expect(page.getByText('This customer has no other ticket in this inbox.')).toBeVisible()
})
