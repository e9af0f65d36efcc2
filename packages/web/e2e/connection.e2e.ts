import { expect, type Page } from '@playwright/test'
import { customer, text } from './support/customers.ts'
import { test } from './support/desk-test.ts'
import { ana, setUp } from './support/people.ts'
import { Thread } from './support/thread.ts'

test.beforeEach(async ({ page, desk }) => {
  await setUp(page, desk, ana)
  await text(page, customer(1), 'Where is my order?')
  await new Thread(page).open(1)
  await expect(new Thread(page).message('Where is my order?')).toBeVisible()
})

test('a desk that went away is said to be away, and the page is up to date once it is back', async ({
  page,
  context,
  desk,
}) => {
  const thread = new Thread(page)
  const lost = page.getByText('Connection lost. Your draft is safe; trying again.')
  await thread.field.fill('On its way')
  await desk.halt()
  await expect(lost).toBeVisible()
  await thread.field.press('Enter')
  await expect(page.getByText('The desk did not answer.')).toBeVisible()
  await expect(thread.field).toHaveValue('On its way')

  await desk.resume()
  const elsewhere = await context.newPage()
  await elsewhere.goto(desk.url)
  await text(elsewhere, customer(1), 'Are you there?')
  await expect(lost).toBeHidden({ timeout: 20_000 })
  await expect(thread.message('Are you there?')).toBeVisible()
  await expect(page.getByText("They wrote again: 'Are you there?'.")).toBeVisible()
  await thread.field.press('Enter')
  await expect(page.getByText("They wrote again: 'Are you there?'. Enter sends yours anyway.")).toBeVisible()
  await thread.field.press('Enter')
  await expect(thread.message('On its way')).toHaveCount(1)
})

test('a lost session is taken up again with the draft still there', async ({ page, context }) => {
  const thread = new Thread(page)
  const gate = await letOnlyRepliesThrough(page)
  await thread.field.fill('On its way')
  await context.clearCookies()
  await thread.field.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Signed out' })).toBeVisible()
  gate.open()
  await page.getByLabel('Password').fill(ana.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(thread.field).toHaveValue('On its way')
  await thread.field.press('Enter')
  await expect(thread.message('On its way')).toHaveCount(1)
  await text(page, customer(1), 'Thanks')
  await expect(thread.message('Thanks').last()).toBeVisible()
})

/** The page tells who is writing, and keeps the draft, by itself; here the reply is to be what finds the session gone. */
async function letOnlyRepliesThrough(page: Page): Promise<{ open(): void }> {
  let isOpen = false
  await page.route('**/api/**', async (route) => {
    const isReply = route.request().method() === 'POST' && route.request().url().endsWith('/replies')
    await (isOpen || isReply ? route.continue() : route.abort())
  })
  return {
    open: () => {
      isOpen = true
    },
  }
}
