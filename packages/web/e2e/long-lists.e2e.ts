import { expect, type Locator, type Page } from '@playwright/test'
import { customer, text } from './support/customers.ts'
import { test } from './support/desk-test.ts'
import { ana, setUp } from './support/people.ts'
import { Thread } from './support/thread.ts'

test.beforeEach(async ({ page, desk }) => {
  await setUp(page, desk, ana)
})

const log = (page: Page) => page.getByRole('log', { name: /^Messages with/ })

test('a long thread loads upwards without moving what is read, and follows only who is at the end', async ({
  page,
}) => {
  const thread = new Thread(page)
  for (let index = 1; index <= 70; index += 1) await text(page, customer(1), `Text number ${index}.`)
  await thread.open(1)
  await expect(thread.message('Text number 70.')).toBeInViewport()
  await expect(thread.message('Text number 5.')).toHaveCount(0)

  await log(page).evaluate((box) => box.scrollTo({ top: 800 }))
  const watched = thread.message('Text number 36.')
  const before = await restingY(watched)
  await log(page).evaluate((box) => box.scrollBy({ top: -300 }))
  await expect(page.getByRole('button', { name: 'Show earlier messages' })).toHaveCount(0)
  expect(Math.abs((await restingY(watched)) - before - 300)).toBeLessThan(4)

  await log(page).evaluate((box) => box.scrollTo({ top: 0 }))
  await expect(thread.message('Text number 1.')).toBeInViewport()

  await text(page, customer(1), 'Are you there?')
  await expect(page.getByRole('button', { name: '1 new' })).toBeVisible()
  await expect(thread.message('Are you there?')).toHaveCount(0)
  await page.getByRole('button', { name: '1 new' }).click()
  await expect(thread.message('Are you there?')).toBeInViewport()
  await text(page, customer(1), 'Still here')
  await expect(thread.message('Still here')).toBeInViewport()
})

test('a long list draws only what is seen, loads on, and lets no arrival push a row', async ({ page, desk }) => {
  for (let index = 1; index <= 60; index += 1) await text(page, customer(index), `Question ${index}`)
  await page.goto(`${desk.url}/inbox/all`)
  const row = (number: number) => page.locator(`[data-ticket="${number}"]`)
  await expect(row(60)).toBeVisible()
  expect(await page.locator('[data-ticket]').count()).toBeLessThan(40)

  await row(60).hover()
  await page.mouse.wheel(0, 1200)
  await expect(row(35)).toBeInViewport()
  const before = await restingY(row(35))
  await text(page, customer(61), 'New here')
  const pill = page.getByRole('button', { name: '1 new' })
  await expect(pill).toBeVisible()
  expect(await restingY(row(35))).toBe(before)

  await page.keyboard.press('.')
  await expect(row(61)).toBeInViewport()
  await expect(pill).toBeHidden()

  await expect(async () => {
    await page.mouse.wheel(0, 5000)
    await expect(row(1)).toBeAttached({ timeout: 500 })
  }).toPass()
})

/** Where it stands once it has stood still for ten frames: a wheel rolls on, and rows are measured as they are drawn. */
function restingY(row: Locator): Promise<number> {
  return row.evaluate(async (element) => {
    let [y, frames] = [Number.NaN, 0]
    while (frames < 10) {
      await new Promise(requestAnimationFrame)
      const now = element.getBoundingClientRect().y
      frames = now === y ? frames + 1 : 0
      y = now
    }
    return y
  })
}
