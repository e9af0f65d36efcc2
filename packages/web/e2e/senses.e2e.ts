import { expect, type Locator, type Page } from '@playwright/test'
import { customer, text } from './support/customers.ts'
import { test } from './support/desk-test.ts'
import { ana, setUp } from './support/people.ts'
import { Thread } from './support/thread.ts'

const MAX_MS = 150

test.beforeEach(async ({ page, desk }) => {
  await setUp(page, desk, ana)
  await text(page, customer(1), 'Where is my order?')
  await text(page, customer(2), 'Do you open on Sunday?')
  await expect(page.locator('[data-ticket="2"]')).toBeVisible()
})

test('with forced colours every control, ring, dot and badge is still seen', async ({ page }) => {
  const thread = new Thread(page)
  await page.emulateMedia({ forcedColors: 'active' })
  const dot = page.locator('[data-ticket="2"]').getByText('Unread')
  expect(await paint(dot, 'background-color')).not.toBe(await paint(page.locator('body'), 'background-color'))
  await thread.open(1)
  await expect(thread.message('Where is my order?').first()).toBeVisible()
  await thread.field.fill('It’s on its way')
  await page.locator('[data-ticket="2"]').hover()
  await allAreSeen(page)

  for (const chosen of [
    page.locator('[data-ticket="1"]'),
    page.getByRole('navigation', { name: 'Views' }).locator('[aria-current]'),
  ]) {
    expect(await paint(chosen, 'outline-style')).toBe('solid')
  }
  expect(await paint(thread.message('Where is my order?').first().locator('> div').first(), 'border-top-style')).toBe(
    'solid',
  )
  await page.locator('[data-ticket="1"]').focus()
  for (let stop = 0; stop < 8; stop += 1) {
    await page.keyboard.press('Tab')
    const focus = page.locator(':focus')
    expect
      .soft(await paint(focus, 'outline-style'), await focus.evaluate((element) => element.outerHTML.slice(0, 120)))
      .toBe('solid')
  }

  await page.keyboard.press('a')
  await expect(page.locator('[role="menu"]:focus-within')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  expect(await paint(page.locator('[data-highlighted]'), 'outline-style')).toBe('solid')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog')
  expect(await paint(dialog, 'border-top-style')).toBe('solid')
  expect(await paint(dialog.locator('[aria-selected="true"]'), 'outline-style')).toBe('solid')
})

test('what moves is done in a blink, and does not move for whom that is too much', async ({ page }) => {
  const opened = async (): Promise<number> => {
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog')
    const [seconds = 0] = (await paint(dialog, 'animation-duration')).split(',').map((one) => Number.parseFloat(one))
    expect(await paint(dialog, 'animation-name')).not.toBe('none')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    return seconds * 1000
  }
  expect(await opened()).toBeGreaterThan(1)
  expect(await opened()).toBeLessThan(MAX_MS)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await opened()).toBeLessThanOrEqual(1)

  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.setViewportSize({ width: 390, height: 844 })
  await new Thread(page).open(1)
  expect(await paint(page.getByRole('region', { name: 'Ticket 1' }), 'animation-name')).not.toBe('none')
  await page.goBack()
  expect(await paint(page.getByRole('region', { name: 'Tickets' }), 'animation-name')).not.toBe('none')
})

test('what a key hides, a click brings back', async ({ page }) => {
  const views = page.getByRole('navigation', { name: 'Views' })
  const toggle = page.getByRole('button', { name: 'Views pane' })
  await page.keyboard.press('v')
  await expect(views).toBeHidden()
  await toggle.click()
  await expect(views).toBeVisible()
  const phone = page.getByRole('region', { name: 'Practice phone' })
  await page.keyboard.press('p')
  await expect(phone).toBeHidden()
  await page.getByRole('button', { name: 'Phone pane' }).click()
  await expect(phone).toBeVisible()
  await new Thread(page).open(1)
  await page.keyboard.press('p')
  await expect(phone).toBeHidden()
  await page.getByRole('button', { name: 'Customer pane' }).click()
  await expect(phone).toBeVisible()
})

test('where fingers type, no field is so small that iOS zooms into it', async ({ page, browser, desk }) => {
  const touch = await browser.newContext({
    storageState: await page.context().storageState(),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const phone = await touch.newPage()
  for (const path of ['/inbox/waiting/1', '/inbox/waiting', '/phone', '/settings/agents', '/settings/inboxes']) {
    await phone.goto(desk.url + path)
    const fields = phone.locator(
      'textarea:visible, select:visible, input:visible:not([type="checkbox"], [type="radio"])',
    )
    await expect(fields.first()).toBeVisible()
    const sizes = await fields.evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)))
    expect(Math.min(...sizes), path).toBeGreaterThanOrEqual(16)
  }
  await touch.close()
})

function paint(locator: Locator, property: string): Promise<string> {
  return locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
}

/** A control is told from what is around it by a border, or shows a sign or words in another colour. */
async function allAreSeen(page: Page): Promise<void> {
  const lost = await page
    .locator('button:visible, a:visible, input:visible, textarea:visible, select:visible')
    .evaluateAll((controls) =>
      controls
        .filter((control) => {
          const style = getComputedStyle(control)
          const ground = getComputedStyle(document.body).backgroundColor
          const hasBorder =
            style.borderTopStyle !== 'none' && style.borderTopWidth !== '0px' && style.borderTopColor !== ground
          const hasInk =
            style.color !== ground && (control.textContent?.trim() !== '' || control.querySelector('svg') !== null)
          return !hasBorder && !hasInk
        })
        .map((control) => control.outerHTML.slice(0, 160)),
    )
  expect(lost).toEqual([])
}
