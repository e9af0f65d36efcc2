import { expect, type Page } from '@playwright/test'
import { test } from './support/desk-test.ts'
import { ana, invite, join, setUp } from './support/people.ts'
import { Phone } from './support/phone.ts'
import { Thread } from './support/thread.ts'

test('a new stop word and the window count from the next text on', async ({ page, desk }) => {
  const phone = new Phone(page)
  const thread = new Thread(page)
  await setUp(page, desk, ana)
  await phone.write('Where is my order?')
  await page.locator('[data-ticket="1"]').waitFor()

  await page.getByRole('link', { name: 'Settings' }).click()
  const words = page.getByLabel('Words that stop')
  await words.fill(`${await words.inputValue()}\nno more`)
  await page.getByLabel('Words that start again').fill('stop')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('group', { name: 'Stop words' }).getByRole('alert')).toBeVisible()
  await page.getByLabel('Words that start again').fill('start')
  await page.getByLabel('Reopen within (hours)').fill('0')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  await page.getByRole('link', { name: 'Inbox', exact: true }).click()
  await thread.open(1)
  await thread.close()
  await phone.write('Another question')
  await page.locator('[data-ticket="2"]').waitFor()
  await thread.open(2)
  await phone.write('No more.')
  await expect(page.locator('#reply-is-off')).toContainText('Replies are off until they text START.')
  await page.getByRole('button', { name: 'Customer', exact: true }).click()
  await expect(page.getByText(/^This customer texted STOP on/)).toBeVisible()
})

test('the system page shows what came, and only to owners', async ({ page, desk }) => {
  await setUp(page, desk, ana)
  await page.goto(`${desk.url}/settings/system`)
  const received = page.getByRole('definition').nth(0)
  await expect(page.getByText('Nothing is wrong.')).toBeVisible()
  await expect(received).toHaveText('0')
  await page.goto(`${desk.url}/phone`)
  await new Phone(page).write('Hello')
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'System' }).click()
  // Each server tells the others what it counts, and the page asks every 10 s.
  await expect(received).toHaveText('1', { timeout: 25_000 })
  await expect(page.getByText(/Last text on/)).toBeVisible()

  const ben = { name: 'Ben', email: 'ben@example.org', password: 'other words in a row' }
  const link = await invite(page, desk.url, ben)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await join(page, link, ben)
  await page.goto(`${desk.url}/settings/system`)
  await expect(page.getByText('Only the owner')).toBeVisible()
})

test('practice tickets go in one go, and the desk begins anew', async ({ page, desk }) => {
  await setUp(page, desk, ana)
  await writeFrom(page, ['+12025550101', '+12025550102'])
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Remove practice tickets' }).click()
  await page.getByRole('button', { name: 'Keep them' }).click()
  await page.getByRole('button', { name: 'Remove practice tickets' }).click()
  await page.getByRole('button', { name: 'Remove them' }).click()
  await expect(page.getByText(/^Removed: 2 tickets, \d messages and 2 customers\.$/)).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('link', { name: 'Inbox', exact: true }).click()
  await expect(page.getByText('No texts yet.')).toBeVisible()
})

test('a customer: noted, exported, erased for good', async ({ page, desk }) => {
  const thread = new Thread(page)
  await setUp(page, desk, ana)
  await writeFrom(page, ['+12025550101', '+12025550102'])
  await thread.open(1)
  await page.getByRole('button', { name: 'Customer', exact: true }).click()
  await page.getByLabel('Note', { exact: true }).fill('Prefers mornings')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: "Open this customer's page" }).click()
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Prefers mornings')
  await expect(page.getByRole('link', { name: /Ticket 1/ })).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /JSON/ }).click()
  expect((await download).suggestedFilename()).toMatch(/\.json$/)

  await page.getByRole('button', { name: 'Erase this customer' }).click()
  await expect(page.getByRole('button', { name: 'Erase for good' })).toBeDisabled()
  await page.getByLabel(/to confirm/).fill('+1 202 555 0101')
  await page.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page).toHaveURL(/\/inbox\/waiting/)
  await expect(page.locator('[data-ticket="2"]')).toBeVisible()
  await expect(page.locator('[data-ticket="1"]')).toHaveCount(0)
  await page.goto(`${desk.url}/inbox/all/1`)
  await expect(page.getByText("Ticket 1 isn't here.")).toBeVisible()
})

async function writeFrom(page: Page, numbers: readonly string[]): Promise<void> {
  const phone = new Phone(page)
  for (const [index, number] of numbers.entries()) {
    await phone.choose(number)
    await phone.write('Hello')
    await expect(page.locator('[data-ticket]')).toHaveCount(index + 1)
  }
}
