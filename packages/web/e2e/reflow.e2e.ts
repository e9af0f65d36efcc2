import { expect, type Page } from '@playwright/test'
import { customer, text } from './support/customers.ts'
import { test } from './support/desk-test.ts'
import { isClean } from './support/is-clean.ts'
import { ana, invite, setUp } from './support/people.ts'
import { Thread } from './support/thread.ts'

/** 1280 px at 400 %: WCAG 2.2, 1.4.10. */
test.use({ viewport: { width: 320, height: 568 } })
test.setTimeout(240_000)

/** In practice no text ever reaches it. */
const UNREACHABLE = '+12025550199'

test('the way in fits 320 px', async ({ page, desk }) => {
  await page.goto(desk.url)
  await expect(page.getByRole('heading', { name: 'Set up your desk' })).toBeVisible()
  await fits(page, 'set-up')
  await setUp(page, desk, ana)
  await expect(page.getByText('No texts yet.')).toBeVisible()
  await fits(page, 'first run')
  const link = await invite(page, desk.url, { name: 'Ben', email: 'ben@example.org', password: '' })
  await fits(page, 'agents, with a link')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await fits(page, 'sign-in')
  await page.goto(link)
  await expect(page.getByText('Welcome, Ben.')).toBeVisible()
  await fits(page, 'invite')
  await page.goto(`${desk.url}/nothing/here`)
  await expect(page.getByRole('heading', { name: "This page isn't here" })).toBeVisible()
  await fits(page, 'not found')
})

test('every screen of the work fits 320 px', async ({ page, desk }) => {
  const thread = new Thread(page)
  await setUp(page, desk, ana)
  await text(page, customer(1), `Where is my order? https://example.org/${'a-long-path/'.repeat(12)}`)
  await text(page, customer(2), 'Do you open on Sunday?')
  await expect(page.locator('[data-ticket="2"]')).toBeVisible()
  await fits(page, 'list')
  await page.keyboard.press('x')
  await expect(page.getByText('1 selected')).toBeVisible()
  await fits(page, 'selected')
  await page.getByRole('button', { name: 'Select none' }).click()

  await thread.open(1)
  await expect(thread.message('Where is my order?').first()).toBeVisible()
  await thread.field.fill('It’s on its way')
  await fits(page, 'ticket with a draft')
  await page.keyboard.press('Tab')
  for (const [key, opened] of [
    ['h', page.getByRole('menuitem', { name: 'Tomorrow 9:00' })],
    ['t', page.getByRole('combobox', { name: 'Add a tag' })],
    ['a', page.getByRole('menuitem', { name: /^Me/ })],
    ['p', page.getByRole('dialog', { name: 'Customer' })],
    ['?', page.getByRole('dialog', { name: 'Keyboard shortcuts' })],
    ['Control+k', page.getByRole('dialog', { name: 'Find an action' })],
  ] as const) {
    await page.keyboard.press(key)
    await expect(opened).toBeVisible()
    await fits(page, `opened with ${key}`)
    await page.keyboard.press('Escape')
    await expect(opened).toBeHidden()
  }

  const { contact } = await (await page.request.get(`${desk.url}/api/tickets/1`)).json()
  const sections = ['inboxes', 'number', 'agents', 'system', 'canned-replies', 'sessions', 'password']
  const paths = [...sections.map((section) => `/settings/${section}`), `/contacts/${contact.id}`, '/phone']
  for (const path of paths) {
    await page.goto(desk.url + path)
    await expect(
      page.getByRole('main').getByRole('heading').or(page.getByRole('main').getByRole('button')).nth(1),
    ).toBeVisible()
    await fits(page, path)
  }
  await page.goto(`${desk.url}/inbox/all?q=refund`)
  await expect(page.getByText("Nothing for 'refund'.")).toBeVisible()
  await fits(page, 'search without a find')
  await page.goto(`${desk.url}/inbox/all/4120`)
  await expect(page.getByText("Ticket 4120 isn't here.")).toBeVisible()
  await fits(page, 'no such ticket')
  await page
    .getByRole('link', { name: 'Back to the list' })
    .or(page.getByRole('link', { name: 'Back to Waiting' }))
    .first()
    .click()
  await page.getByRole('button', { name: 'New' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await fits(page, 'start a conversation')
})

test('the counts beside the views fit them, in a column too', async ({ page, desk }) => {
  const thread = new Thread(page)
  const nav = page.getByRole('navigation', { name: 'Views' })
  await setUp(page, desk, ana)
  await page.setViewportSize({ width: 1440, height: 900 })
  await text(page, UNREACHABLE, 'Where is my order?')
  await thread.open(1)
  await thread.field.fill('On its way')
  await thread.field.press('Control+Enter')
  await expect(nav.getByRole('link', { name: 'Needs attention 1 tickets' })).toBeVisible({ timeout: 20_000 })
  for (const width of [1440, 1100, 900]) {
    await page.setViewportSize({ width, height: 900 })
    const tooWide = await nav.evaluate((column) =>
      [column, ...column.querySelectorAll('a')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ outerHTML }) => outerHTML.slice(0, 160)),
    )
    expect.soft(tooWide, `${width} px`).toEqual([])
  }
})

/** Neither the page nor a pane scrolls sideways (only the rows of views and settings do), and nothing stands outside. */
async function fits(page: Page, screen: string): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))),
  )
  const tooWide = await page.evaluate(() => {
    const isWide = (element: Element) => element.scrollWidth > element.clientWidth
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
    const panes = [...document.querySelectorAll('*')].filter((element) => scrolls(element) && !element.closest('nav'))
    const outside = [...document.querySelectorAll('button, a, input, textarea, select')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 1 && !element.closest('nav, .sr-only') && (left < 0 || right > window.innerWidth + 1)
    })
    const root = document.scrollingElement ?? document.body
    return [...[root, ...panes].filter(isWide), ...outside].map((element) => element.outerHTML.slice(0, 160))
  })
  expect.soft(tooWide, screen).toEqual([])
  await isClean(page, screen)
}
