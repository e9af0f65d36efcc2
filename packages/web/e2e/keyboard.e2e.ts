import { expect } from '@playwright/test'
import { customer, text } from './support/customers.ts'
import { test } from './support/desk-test.ts'
import { ana, setUp } from './support/people.ts'
import { Thread } from './support/thread.ts'

test.beforeEach(async ({ page, desk }) => {
  await setUp(page, desk, ana)
})

test('two tickets are read, taken, answered and closed with the keyboard alone', async ({ page }) => {
  const thread = new Thread(page)
  const row = (number: number) => page.locator(`[data-ticket="${number}"]`)
  await text(page, customer(1), 'First question')
  await text(page, customer(2), 'Second question')
  await expect(row(2)).toBeVisible()

  for (const number of [1, 2]) {
    await page.keyboard.press('j')
    await expect(thread.message(number === 1 ? 'First question' : 'Second question')).toBeVisible()
    await page.keyboard.press('i')
    await expect(page.getByText('Ana took it').first()).toBeVisible()
    await page.keyboard.press('r')
    await expect(thread.field).toBeFocused()
    await page.keyboard.type(`Answer ${number}. Just j, e and g here.`)
    await page.keyboard.press('Control+Enter')
    await expect(thread.message(`Answer ${number}.`)).toBeVisible()
    await expect(thread.field).toHaveValue('')
    await page.keyboard.press('Escape')
  }

  await page.keyboard.press('e')
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page).toHaveURL(/\/inbox\/mine/)
  await expect(page.locator('[data-ticket]')).toHaveCount(1)
  await page.keyboard.press('/')
  await page.keyboard.type('second')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/inbox\/all\?q=second$/)
  await expect(row(2)).toBeVisible()
  await expect(row(1)).toHaveCount(0)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})

test('the whole page can be walked with Tab, past a link that skips to the content', async ({ page, desk }) => {
  await page.goto(`${desk.url}/inbox/waiting`)
  await expect(page.getByText('No texts yet')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Views pane' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'New' })).toBeFocused()
})
