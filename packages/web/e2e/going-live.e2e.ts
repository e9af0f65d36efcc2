import { expect, type Locator, type Page, test } from '@playwright/test'
import { DESK_NUMBER, Outside, SIGNING_KEY } from './support/going-live.ts'
import { ana, setUp } from './support/people.ts'
import { Phone } from './support/phone.ts'
import { Thread } from './support/thread.ts'

const CUSTOMER = '+12025550123'
const FIRST = 'https://a1.tunnel.example'
const SECOND = 'https://b2.tunnel.example'

test.setTimeout(120_000)

let outside: Outside

test.beforeAll(async () => {
  outside = await Outside.start('a1.tunnel.example')
})
test.afterAll(() => outside.stop())

test('the guide, from practice to an answered text, with every mistake on the way', async ({ page }) => {
  const thread = new Thread(page)

  await test.step('1: practice, whose page says what to do next', async () => {
    await setUp(page, outside.desk, ana)
    await new Phone(page).write('Only practice')
    await expect(page.locator('[data-ticket="1"]')).toBeVisible()
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'Number', exact: true }).click()
    await expect(page.getByRole('region', { name: 'How to go live' })).toContainText('MESSAGEBIRD_SIGNING_KEY=')
    await stands(page, 'account', 'waiting', 'no API key')
  })

  await test.step('2-8: four lines in .env, with the wrong signing key', async () => {
    await outside.goLive({ publicUrl: FIRST, signingKey: 'not_the_signing_key' })
    await page.reload()
    await stands(page, 'account', 'ok', 'Balance: 12.50 credits.')
    await stands(page, 'address', 'ok', FIRST)
    await expect(page.getByText(`${FIRST}/webhook`, { exact: true })).toBeVisible()
  })

  await test.step('9: a flow that is not published sends nothing, and the page says what to look at', async () => {
    await stands(page, 'first-text', 'waiting', 'Waiting for your first text.')
    await expect(step(page, 'first-text')).toContainText(`Text hello to ${DESK_NUMBER}.`)
    await expect(step(page, 'first-text')).toContainText('Is the flow published')
  })

  await test.step('10: published; the wrong key is told at once with its cure', async () => {
    expect(await outside.text(CUSTOMER, 'hello')).toBe(401)
    await stands(page, 'refusals', 'failed', 'it is not the API key')
    await stands(page, 'first-text', 'waiting', 'Waiting for your first text.')
  })

  await test.step('the right key, but the tunnel has a new name', async () => {
    outside.tunnel.moveTo('b2.tunnel.example')
    await outside.goLive({ publicUrl: FIRST, signingKey: SIGNING_KEY })
    expect(await outside.text(CUSTOMER, 'hello')).toBe(401)
    await stands(page, 'public-url', 'failed', `Texts are arriving at ${SECOND}/webhook, but PUBLIC_URL is ${FIRST}.`)
    await stands(page, 'address', 'failed', FIRST)
  })

  await test.step('all right: every step ticks itself', async () => {
    await outside.goLive({ publicUrl: SECOND, signingKey: SIGNING_KEY })
    expect(await outside.text(CUSTOMER, 'hello')).toBe(200)
    await expect(page.getByText('Everything is done. This number is live.')).toBeVisible({ timeout: 30_000 })
    await expect(page.locator('[data-step][data-state="ok"]')).toHaveCount(5)
  })

  await test.step('the ticket is there, and the answer reaches the provider', async () => {
    await page.getByRole('link', { name: 'Inbox', exact: true }).click()
    await expect(page.locator('[data-ticket="1"]')).toContainText('Practice')
    await expect(page.locator('[data-ticket="2"]')).not.toContainText('Practice')
    await thread.open(2)
    await thread.field.fill('Welcome.')
    await thread.field.press('Control+Enter')
    const texts = await outside.provider.waitForTexts(2)
    expect(texts.map(({ recipient, body }) => [`+${recipient}`, body])).toEqual([
      [CUSTOMER, 'Thanks for contacting customer support! Your ticket ID is 2.'],
      [CUSTOMER, 'Welcome.'],
    ])
  })

  await test.step('practice goes in one go', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Remove practice tickets' }).click()
    await page.getByRole('button', { name: 'Remove them' }).click()
    await expect(page.getByText(/^Removed: 1 ticket, \d messages? and 1 customer\.$/)).toBeVisible()
    await page.goto(`${outside.desk.url}/inbox/all`)
    await expect(page.locator('[data-ticket]')).toHaveCount(1)
    await expect(page.locator('[data-ticket="2"]')).toBeVisible()
  })
})

function step(page: Page, id: string): Locator {
  return page.locator(`[data-step="${id}"]`)
}

/** Waits, without touching the page, until a step of the checklist is in this state and says this: it is asked every 10 s. */
async function stands(page: Page, id: string, state: string, words: string): Promise<void> {
  await expect(step(page, id)).toHaveAttribute('data-state', state, { timeout: 30_000 })
  await expect(step(page, id)).toContainText(words, { timeout: 30_000 })
}
