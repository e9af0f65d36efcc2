import { expect, type Page } from '@playwright/test'
import { test } from './support/desk-test.ts'
import { invite, join } from './support/people.ts'
import { Phone } from './support/phone.ts'
import { Thread } from './support/thread.ts'

test.beforeEach(async ({ anas, bens }) => {
  await new Phone(anas).write('Where is my order?')
  for (const page of [anas, bens]) await expect(page.locator('[data-ticket="1"]')).toBeVisible()
})

/** Ben's page hears of nothing any more, as on a train; what he sends still gets through. */
async function cutOff(page: Page): Promise<void> {
  await page.route('**/api/events', (route) => route.abort())
  await page.reload()
  await expect(page.locator('[data-ticket="1"]')).toBeVisible()
  // A page without a stream asks who is signed in, and fetches everything every 10 s once it is told.
  await page.route('**/api/session', (route) => route.abort())
}

test('each agent has their own unread, and an invite works once', async ({ browser, desk, anas, bens }) => {
  const unread = (page: Page) => page.locator('[data-ticket="1"]').getByText('Unread')
  await expect(unread(anas)).toBeAttached()
  await expect(unread(bens)).toBeAttached()
  await new Thread(anas).open(1)
  await expect(unread(anas)).not.toBeAttached()
  await expect(unread(bens)).toBeAttached()

  const link = await invite(anas, desk.url, { name: 'Cem', email: 'cem@example.org', password: '' })
  const first = await (await browser.newContext()).newPage()
  await join(first, link, { name: 'Cem', email: 'cem@example.org', password: 'third words in a row' })
  await first.context().clearCookies()
  await first.goto(link)
  await expect(first.getByRole('alert')).toBeVisible()
  await first.context().close()
})

test('a reply crossed by a new text is refused and shown, and can be sent anyway', async ({ anas, bens }) => {
  const thread = new Thread(bens)
  await cutOff(bens)
  await thread.open(1)
  await expect(thread.message('Where is my order?')).toBeVisible()
  await thread.field.fill('On its way')
  await new Phone(anas).write('Never mind, it came')
  await expect(anas.locator('[data-ticket="1"]')).toContainText('Never mind, it came')
  await expect(thread.message('Never mind, it came')).toHaveCount(0)

  await thread.field.press('Enter')
  await expect(bens.getByText("They wrote again: 'Never mind, it came'. Enter sends yours anyway.")).toBeVisible()
  await expect(thread.field).toHaveValue('On its way')
  await new Thread(anas).open(1)
  await expect(new Thread(anas).message('On its way')).toHaveCount(0)

  await thread.field.press('Enter')
  await expect(thread.field).toHaveValue('')
  await expect(new Thread(anas).message('On its way')).toBeVisible()
})

test("a reply crossed by a colleague's reply is refused and shown", async ({ anas, bens }) => {
  const thread = new Thread(bens)
  await cutOff(bens)
  await thread.open(1)
  await expect(thread.message('Where is my order?')).toBeVisible()
  await thread.field.fill('I will look')
  await new Thread(anas).open(1)
  // It is seen before it is stored.
  const stored = anas.waitForResponse((response) => response.url().endsWith('/replies') && response.ok())
  await new Thread(anas).reply('It left this morning')
  await stored
  await thread.field.press('Enter')
  await expect(bens.getByText("Ana replied: 'It left this morning'.")).toBeVisible()
})

test('what a colleague writes meanwhile is shown live, before anything is sent', async ({ anas, bens }) => {
  const thread = new Thread(bens)
  await thread.open(1)
  // Whatever comes up first has been seen.
  await expect(thread.message('Where is my order?')).toBeVisible()
  await thread.field.fill('On its way')
  await new Phone(anas).write('Never mind')
  await expect(bens.getByText("They wrote again: 'Never mind'. Read it, then press Enter.")).toBeVisible()
})

test('a closing crossed by a new text is refused and shown, and can be done anyway', async ({ anas, bens }) => {
  const thread = new Thread(bens)
  await cutOff(bens)
  await thread.open(1)
  await expect(thread.message('Where is my order?')).toBeVisible()
  await new Phone(anas).write('One more thing')
  await expect(anas.locator('[data-ticket="1"]')).toContainText('One more thing')

  await thread.close()
  await expect(bens.getByText("Not closed. They wrote again: 'One more thing'.")).toBeVisible()
  await expect(anas.locator('[data-ticket="1"]')).toBeVisible()
  await bens.getByRole('button', { name: 'Close anyway' }).click()
  await expect(anas.getByText('Nobody is waiting.')).toBeVisible()
})
