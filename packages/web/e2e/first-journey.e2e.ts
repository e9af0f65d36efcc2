import { expect, type Page, test } from '@playwright/test'
import { ana, setUp } from './support/people.ts'
import { Phone } from './support/phone.ts'
import type { RunningDesk } from './support/running-desk.ts'
import { startDesk } from './support/start-desk.ts'
import { Thread } from './support/thread.ts'

const confirmation = (ticket: number): string => `Thanks for contacting customer support! Your ticket ID is ${ticket}.`

/** From starting the desk to the first answered text. */
const GOAL_S = 60

let desk: RunningDesk
let startedAt: number

test.beforeAll(async () => {
  startedAt = performance.now()
  desk = await startDesk()
})
test.afterAll(() => desk.stop())

test('from an empty folder to a desk that answers', async ({ page }) => {
  const phone = new Phone(page)
  const thread = new Thread(page)
  const row = page.locator('[data-ticket="1"]')
  const complaints = listen(page)

  await setUp(page, desk, ana)
  await expect(page.getByText('Practice mode: no SMS leaves this computer')).toBeVisible()
  await expect(page.getByText('No texts yet. Be your first customer')).toBeVisible()

  await test.step('a text becomes a ticket unasked, and the phone gets its confirmation', async () => {
    await phone.choose('+12025550101')
    await phone.write('Where is my order?')
    await expect(row).toContainText('+1 202 555 0101')
    await expect(page).toHaveTitle('(1) Waiting · Textdesk')
    await phone.shows('Where is my order?', confirmation(1))
  })

  await test.step('a second text joins it silently', async () => {
    await phone.write('It was number 7.')
    await expect(row).toContainText('It was number 7.')
    await phone.shows('Where is my order?', confirmation(1), 'It was number 7.')
    await expect(page.locator('[data-ticket]')).toHaveCount(1)
  })

  await test.step('a reply reaches the phone and turns delivered', async () => {
    await thread.open(1)
    await thread.reply('On its way, it arrives tomorrow.')
    const reply = thread.message('On its way')
    await expect(reply.getByRole('button', { name: 'Undo' })).toBeVisible()
    await expect(reply).toContainText('Delivered', { timeout: 20_000 })
    await phone.shows('Where is my order?', confirmation(1), 'It was number 7.', 'On its way, it arrives tomorrow.')
    const seconds = (performance.now() - startedAt) / 1000
    console.info(`${seconds.toFixed(1)} s from starting the desk to the first answered text (goal: ${GOAL_S})`)
    expect(seconds).toBeLessThan(GOAL_S)
  })

  await test.step('closed, then another text within the window reopens it silently', async () => {
    await thread.close()
    await page.getByRole('link', { name: 'Closed', exact: true }).click()
    await thread.open(1)
    await phone.write('It has not come')
    await expect(page.getByText('Reopened by a new text')).toBeVisible()
    await expect(thread.message('It has not come').last()).toBeVisible()
    await phone.shows(
      'Where is my order?',
      confirmation(1),
      'It was number 7.',
      'On its way, it arrives tomorrow.',
      'It has not come',
    )
  })

  await test.step('with the window at 0 the next text after closing opens ticket 2', async () => {
    await thread.close()
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByLabel('Reopen within (hours)').fill('0')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved.')).toBeVisible()
    await page.getByRole('link', { name: 'Inbox', exact: true }).click()
    await phone.write('Another question')
    await expect(page.locator('[data-ticket="2"]')).toBeVisible()
    await phone.shows(
      'Where is my order?',
      confirmation(1),
      'It was number 7.',
      'On its way, it arrives tomorrow.',
      'It has not come',
      'Another question',
      confirmation(2),
    )
  })

  expect(complaints).toEqual([])
})

/** What the browser complains about: faults of the page, and what its content security policy refuses. */
function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text())
  })
  return complaints
}
