import { expect } from '@playwright/test'
import { test } from './support/desk-test.ts'
import { isClean } from './support/is-clean.ts'
import { ana, invite, join, setUp } from './support/people.ts'
import { Phone } from './support/phone.ts'
import { Thread } from './support/thread.ts'

test.setTimeout(120_000)

test('axe finds nothing on the way in', async ({ page, desk }) => {
  await page.goto(desk.url)
  await expect(page.getByRole('heading', { name: 'Set up your desk' })).toBeVisible()
  await isClean(page, 'set-up')
  await setUp(page, desk, ana)
  await isClean(page, 'first run')
  const link = await invite(page, desk.url, { name: 'Ben', email: 'ben@example.org', password: '' })
  await isClean(page, 'agents, with a link')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await isClean(page, 'sign-in')
  await page.getByLabel('E-mail').fill(ana.email)
  await page.getByLabel('Password').fill('not the right words')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await isClean(page, 'sign-in refused')
  await page.goto(link)
  await expect(page.getByText('Welcome, Ben.')).toBeVisible()
  await isClean(page, 'invite')
  await join(page, link, { name: 'Ben', email: 'ben@example.org', password: 'other words in a row' })
  await page.goto(`${desk.url}/settings/inboxes`)
  await expect(page.getByText('Only the owner')).toBeVisible()
  await isClean(page, 'not allowed')
  await page.goto(`${desk.url}/nothing/here`)
  await expect(page.getByRole('heading', { name: "This page isn't here" })).toBeVisible()
  await isClean(page, 'not found')
})

test('axe finds nothing at work', async ({ page, desk }) => {
  test.setTimeout(240_000)
  const thread = new Thread(page)
  await setUp(page, desk, ana)
  await new Phone(page).write('Where is my order? https://example.org')
  await page.locator('[data-ticket="1"]').waitFor()
  await isClean(page, 'waiting')

  await thread.open(1)
  await expect(thread.message('Thanks for contacting')).toContainText('Delivered')
  await thread.field.fill('It’s on its way')
  await isClean(page, 'thread with a draft')
  await new Phone(page).write('Hurry up')
  await expect(page.getByText('They wrote again')).toBeVisible()
  await isClean(page, 'crossed')
  // The first one only says that it was seen.
  await thread.field.press('Enter')
  await thread.field.press('Enter')
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible()
  await isClean(page, 'held reply')

  await page.getByRole('button', { name: 'Note', exact: true }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('Ask the carrier')
  await isClean(page, 'writing a note')
  await page.keyboard.press('Enter')
  await expect(thread.message('Ask the carrier')).toBeVisible()
  await isClean(page, 'note')

  await page.getByRole('button', { name: /Assign, now/ }).click()
  await expect(page.getByRole('menuitem', { name: /^Me/ })).toBeVisible()
  await isClean(page, 'assign menu')
  await page.getByRole('menuitem', { name: /^Me/ }).click()

  await page.getByRole('button', { name: 'Customer', exact: true }).click()
  await expect(page.getByText('May be texted.')).toBeVisible()
  await isClean(page, 'customer')
  await page.getByRole('button', { name: 'Opt out' }).click()
  await page.getByRole('button', { name: 'Block' }).click()
  await expect(page.getByText(/^Blocked on/)).toBeVisible()
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await isClean(page, 'opted out and blocked')

  await thread.close()
  await expect(page.getByText('Nobody is waiting.')).toBeVisible()
  await isClean(page, 'nobody waits')
  await page.goto(`${desk.url}/inbox/closed/1`)
  await expect(page.getByRole('button', { name: 'Reopen' }).first()).toBeVisible()
  await isClean(page, 'closed ticket')
  await page.goto(`${desk.url}/inbox/all?q=refund`)
  await expect(page.getByText("Nothing for 'refund'.")).toBeVisible()
  await isClean(page, 'search without a find')
  await page.goto(`${desk.url}/inbox/all/4120`)
  await expect(page.getByText("Ticket 4120 isn't here.")).toBeVisible()
  await isClean(page, 'no such ticket')
})

test('axe finds nothing in dialogs, settings and narrow windows', async ({ page, desk }) => {
  const thread = new Thread(page)
  await setUp(page, desk, ana)
  await new Phone(page).write('Hello')
  await page.locator('[data-ticket="1"]').waitFor()
  await page.getByRole('button', { name: 'New' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await isClean(page, 'start a conversation')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await isClean(page, 'keyboard shortcuts')
  await page.keyboard.press('Escape')

  for (const section of ['inboxes', 'agents', 'sessions', 'password']) {
    await page.goto(`${desk.url}/settings/${section}`)
    await expect(
      page.getByRole('button', { name: /^(Save|Make the link|Change the password|Sign out everywhere)$/ }),
    ).toBeVisible()
    await isClean(page, `settings, ${section}`)
  }
  await page.goto(`${desk.url}/phone`)
  await expect(page.getByRole('article').first()).toBeVisible()
  await isClean(page, 'phone')

  await page.setViewportSize({ width: 1024, height: 768 })
  await page.goto(`${desk.url}/inbox/waiting/1`)
  await expect(thread.message('Hello')).toBeVisible()
  await page.getByRole('button', { name: 'Customer' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await isClean(page, 'customer as a drawer')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${desk.url}/inbox/waiting`)
  await page.locator('[data-ticket="1"]').waitFor()
  await isClean(page, 'narrow list')
  await thread.open(1)
  await isClean(page, 'narrow ticket')
})

test('axe finds nothing when the session is lost', async ({ page, desk }) => {
  await setUp(page, desk, ana)
  await page.context().clearCookies()
  // Whatever is asked of the desk next is refused; this asks for another view.
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await expect(page.getByRole('dialog', { name: 'Signed out' })).toBeVisible()
  await isClean(page, 'signed out')
})
