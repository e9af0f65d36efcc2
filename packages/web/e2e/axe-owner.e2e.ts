import { expect, type Page, test } from '@playwright/test'
import { Outside, SIGNING_KEY } from './support/going-live.ts'
import { isClean } from './support/is-clean.ts'
import { ana, setUp } from './support/people.ts'
import { Phone } from './support/phone.ts'

test.setTimeout(240_000)

let outside: Outside

test.beforeEach(async ({ page }) => {
  outside = await Outside.start('a1.tunnel.example')
  await setUp(page, outside.desk, ana)
})
test.afterEach(() => outside.stop())

test("axe finds nothing in an owner's practice desk", async ({ page }) => {
  const { url } = outside.desk
  await isClean(page, 'first run, with suggestions')
  await page.getByRole('button', { name: 'Where is my order?' }).click()
  await page.getByRole('button', { name: 'Send from this phone' }).click()
  await page.locator('[data-ticket="1"]').waitFor()

  await page.goto(`${url}/settings/number`)
  await expect(page.locator('[data-step]')).toHaveCount(5)
  await isClean(page, 'how to go live')
  await page.goto(`${url}/settings/inboxes`)
  await page.getByLabel('Words that start again').fill('stop')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('group', { name: 'Stop words' }).getByRole('alert')).toBeVisible()
  await isClean(page, 'inbox, words refused')
  await page.getByRole('button', { name: 'Remove practice tickets' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await isClean(page, 'remove practice tickets')
  await page.goto(`${url}/settings/system`)
  await expect(page.getByText('Nothing is wrong.')).toBeVisible()
  await isClean(page, 'system')

  await page.goto(`${url}/inbox/waiting/1`)
  await page.getByRole('button', { name: 'Customer', exact: true }).click()
  await page.getByRole('link', { name: "Open this customer's page" }).click()
  await expect(page.getByRole('link', { name: /Ticket 1/ })).toBeVisible()
  await isClean(page, 'customer page')
  await page.getByRole('button', { name: 'Erase this customer' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await isClean(page, 'erase a customer')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.keyboard.press('Escape')
  await isClean(page, 'customer page, narrow')
  for (const section of ['number', 'inboxes', 'system']) {
    await page.goto(`${url}/settings/${section}`)
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
    await isClean(page, `settings, ${section}, narrow`)
  }
})

test("axe finds nothing in an owner's live desk, well and in trouble", async ({ page }) => {
  await new Phone(page).write('Only practice')
  await page.locator('[data-ticket="1"]').waitFor()
  await outside.goLive({ publicUrl: outside.tunnel.publicUrl, signingKey: 'not_the_signing_key' })
  expect(await outside.text('+12025550123', 'hello')).toBe(401)
  await page.goto(`${outside.desk.url}/settings/number`)
  await expect(page.locator('[data-step="refusals"][data-state="failed"]')).toBeVisible()
  await isClean(page, 'a refusal')
  await page.goto(`${outside.desk.url}/settings/system`)
  await expect(page.getByText('Last refused on')).toBeVisible()
  await isClean(page, 'system, refused')

  await alertIs(page, 'No text has come for 3 hours. Usually there are 12 an hour at this time.')
  await isClean(page, 'an alert')
  await page.unrouteAll({ behavior: 'wait' })

  await outside.goLive({ publicUrl: outside.tunnel.publicUrl, signingKey: SIGNING_KEY })
  expect(await outside.text('+12025550123', 'hello')).toBe(200)
  await page.goto(`${outside.desk.url}/settings/number`)
  // The page asks again every 10 s, and the desk calls its address again after 30 s at most.
  await expect(page.getByText('Everything is done. This number is live.')).toBeVisible({ timeout: 45_000 })
  await isClean(page, 'live')
  await page.goto(`${outside.desk.url}/inbox/all`)
  await expect(page.locator('[data-ticket="1"]')).toContainText('Practice')
  await isClean(page, 'practice beside real tickets')
})

/** What the desk itself tells only after hours of silence. */
async function alertIs(page: Page, sentence: string): Promise<void> {
  const alert = { id: 'silence-1', kind: 'silence', sentence, since: new Date().toISOString() }
  await page.route('**/api/alerts', (route) => route.fulfill({ json: { items: [alert] } }))
  await page.reload()
  await expect(page.getByText(sentence)).toBeVisible()
}
