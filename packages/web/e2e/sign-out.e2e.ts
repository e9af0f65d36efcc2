import { type BrowserContext, expect, type Page } from '@playwright/test'
import { customer, text } from './support/customers.ts'
import { test } from './support/desk-test.ts'
import { ana, setUp } from './support/people.ts'
import { Thread } from './support/thread.ts'

const QUESTION = 'Where is my order?'

test.beforeEach(async ({ page, desk }) => {
  await setUp(page, desk, ana)
  await text(page, customer(1), QUESTION)
  await page.goto(`${desk.url}/inbox/waiting/1`)
})

test('signing out in one tab empties the other, and takes the draft out of the browser', async ({
  page,
  context,
  desk,
}) => {
  const second = await context.newPage()
  await second.goto(`${desk.url}/inbox/waiting/1`)
  await expect(second.getByText(QUESTION).first()).toBeVisible()
  const thread = new Thread(page)
  await thread.field.fill('It left us on Monday')
  await expect.poll(() => draftsIn(page)).toBe(1)

  await page.getByRole('button', { name: 'Sign out' }).click()
  for (const tab of [page, second]) {
    await expect(tab.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await expect(tab.getByText(QUESTION)).toHaveCount(0)
    expect(await draftsIn(tab)).toBe(0)
  }

  await signIn(page)
  await page.goto(`${desk.url}/inbox/waiting/1`)
  await expect(thread.field).toHaveValue('It left us on Monday')
})

test('signing out everywhere empties the page in another browser', async ({ page, browser, desk }) => {
  const elsewhere = await browser.newContext()
  const other = await openElsewhere(elsewhere, desk.url)
  await page.goto(`${desk.url}/settings/sessions`)
  await expect(page.getByRole('list', { name: 'Your sessions' }).getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  for (const each of [page, other]) {
    await expect(each.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await expect(each.getByText(QUESTION)).toHaveCount(0)
  }
  await elsewhere.close()
})

async function openElsewhere(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${url}/login`)
  await signIn(page)
  await page.goto(`${url}/inbox/waiting/1`)
  await expect(page.getByText(QUESTION).first()).toBeVisible()
  return page
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(ana.email)
  await page.getByLabel('Password').fill(ana.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/inbox\//)
}

function draftsIn(page: Page): Promise<number> {
  return page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('textdesk.draft.')).length)
}
