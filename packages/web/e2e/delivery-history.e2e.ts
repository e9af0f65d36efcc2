import { expect } from '@playwright/test'
import { test } from './support/desk-test.ts'
import { isClean } from './support/is-clean.ts'
import { ana, setUp } from './support/people.ts'
import { Phone } from './support/phone.ts'
import { Thread } from './support/thread.ts'

test('what happened to a text opens from the words beneath it, by keyboard, and gives the focus back', async ({
  page,
  desk,
}) => {
  const thread = new Thread(page)
  await setUp(page, desk, ana)
  await new Phone(page).write('Where is my order?')
  await thread.open(1)
  const words = thread.message('Thanks for contacting').getByRole('button', { name: 'Delivered' })
  await words.focus()
  await page.keyboard.press('Enter')
  const history = page.getByRole('dialog', { name: 'What happened to this text' })
  await expect(history.getByText('The SMS provider took it.')).toBeVisible()
  await expect(history.getByText('Report: delivered.')).toBeVisible()
  await isClean(page, 'what happened to a text')
  await page.keyboard.press('Escape')
  await expect(history).toBeHidden()
  await expect(words).toBeFocused()
})
