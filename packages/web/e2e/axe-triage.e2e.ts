import { expect } from '@playwright/test'
import { test } from './support/desk-test.ts'
import { isClean } from './support/is-clean.ts'
import { ana, setUp } from './support/people.ts'
import { Phone } from './support/phone.ts'
import { Thread } from './support/thread.ts'

test.setTimeout(120_000)

test.beforeEach(async ({ page, desk }) => {
  await setUp(page, desk, ana)
})

test('axe finds nothing in canned replies', async ({ page, desk }) => {
  const thread = new Thread(page)
  await page.goto(`${desk.url}/settings/canned-replies`)
  await expect(page.getByText('No canned replies yet.')).toBeVisible()
  await isClean(page, 'no canned replies')
  await page.getByRole('button', { name: 'Add a canned reply' }).click()
  await page.getByRole('textbox', { name: 'Shortcut' }).fill('order')
  await page.getByRole('textbox', { name: 'Text' }).fill('Hi {{name}}, order {{order}} is on its way.')
  await isClean(page, 'a canned reply being written')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Remove /order' }).click()
  await isClean(page, 'canned replies')

  await page.getByRole('link', { name: 'Inbox', exact: true }).click()
  await new Phone(page).write('Where is my order?')
  await thread.open(1)
  await thread.field.fill('/or')
  await expect(page.getByRole('option', { name: '/order' })).toBeVisible()
  await isClean(page, 'canned replies in the composer')
  await page.keyboard.press('Enter')
  await expect(page.getByText('{{order}} would be sent as it stands.')).toBeVisible()
  await isClean(page, 'a placeholder left over')
})

test('axe finds nothing in the tag editor, the snooze menu and the palette', async ({ page, desk }) => {
  const thread = new Thread(page)
  const tag = page.getByRole('combobox', { name: 'Add a tag' })
  await new Phone(page).write('Where is my order?')
  await thread.open(1)
  await expect(thread.message('Where is my order?').first()).toBeVisible()
  await page.keyboard.press('t')
  await tag.fill('delivery')
  await page.keyboard.press('Enter')
  await tag.fill('del')
  await expect(page.getByRole('option', { name: "New tag 'del'" })).toBeVisible()
  await isClean(page, 'tag editor')
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await expect(page.getByRole('menuitem', { name: 'Tomorrow 9:00' })).toBeVisible()
  await isClean(page, 'snooze menu')
  await page.getByRole('menuitem', { name: 'Pick a day and time' }).click()
  await expect(page.getByRole('dialog', { name: 'Snooze until' })).toBeVisible()
  await isClean(page, 'snooze until')
  await page.getByRole('dialog').getByRole('button', { name: 'Snooze' }).click()
  await expect(page.getByRole('status').getByText(/^Snoozed ticket 1 until/)).toBeVisible()
  await page.keyboard.press('x')
  await expect(page.getByText('1 selected')).toBeVisible()
  await isClean(page, 'snoozed, selected, with an undo')

  await page.keyboard.press('Control+k')
  const palette = page.getByRole('combobox', { name: 'Find an action, view or ticket' })
  await expect(palette).toBeFocused()
  await isClean(page, 'palette')
  await palette.fill('nothing like this')
  await expect(page.getByText("Nothing for 'nothing like this'.")).toBeVisible()
  await isClean(page, 'palette without a find')
  await page.keyboard.press('Escape')
  await page.goto(`${desk.url}/inbox/all?tag=delivery`)
  await expect(page.getByText("Tagged 'delivery'")).toBeVisible()
  await isClean(page, 'filtered by a tag')
})
