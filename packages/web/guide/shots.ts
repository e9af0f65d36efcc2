import type { Locator, Page } from '@playwright/test'

export interface Shot {
  readonly name: string
  readonly path: string
  /** Narrow ones are as wide as a phone. */
  readonly isNarrow?: boolean
  /** What is done on the page before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>
}

const ticketOf = (page: Page, customer: string) => page.locator('[data-ticket]', { hasText: customer })
const firstTicket = (page: Page) => page.locator('[data-ticket]').first()

/** The pictures of the agents' guide, in the order it shows them. */
export const shots: readonly Shot[] = [
  { name: 'waiting', path: '/inbox/waiting', act: settled },
  { name: 'ticket', path: '/inbox/waiting', act: answer },
  { name: 'note', path: '/inbox/waiting', act: writeNote },
  { name: 'why-here', path: '/inbox/waiting', act: askWhyHere },
  { name: 'merge', path: '/inbox/closed', act: openMerge },
  { name: 'history', path: '/inbox/closed', act: openHistory },
  { name: 'attention', path: '/inbox/attention', act: openTicket },
  { name: 'search', path: '/inbox/all?q=bike', act: settled },
  { name: 'keys', path: '/inbox/waiting', act: openSheet },
  { name: 'palette', path: '/inbox/waiting', act: openPalette },
  { name: 'snooze', path: '/inbox/waiting', act: openSnooze },
  { name: 'canned-replies', path: '/settings/canned-replies' },
  { name: 'settings-inbox', path: '/settings/inboxes' },
  { name: 'settings-number', path: '/settings/number' },
  { name: 'settings-agents', path: '/settings/agents' },
  { name: 'settings-system', path: '/settings/system' },
  { name: 'narrow-list', path: '/inbox/waiting', isNarrow: true, act: settled },
  { name: 'narrow-ticket', path: '/inbox/waiting', isNarrow: true, act: answer },
]

async function settled(page: Page): Promise<void> {
  await firstTicket(page).waitFor()
}

async function openTicket(page: Page): Promise<void> {
  await open(page, firstTicket(page))
}

async function open(page: Page, row: Locator): Promise<void> {
  await row.click()
  await page
    .getByRole('log', { name: /^Messages with/ })
    .getByRole('article')
    .first()
    .waitFor()
}

async function answer(page: Page): Promise<void> {
  await open(page, ticketOf(page, 'Ines'))
  await page
    .getByRole('textbox', { name: 'Reply', exact: true })
    .fill('Alder Lane 41 it is, Ines. The courier comes tomorrow before noon.')
}

async function writeNote(page: Page): Promise<void> {
  await open(page, ticketOf(page, 'Femi'))
  await page.getByRole('button', { name: 'Note', exact: true }).click()
  await page
    .getByRole('textbox', { name: 'Note, customer' })
    .fill('Frame number is on the invoice; ask Ben for the spare key.')
}

async function openSheet(page: Page): Promise<void> {
  await settled(page)
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
}

async function openPalette(page: Page): Promise<void> {
  await settled(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
}

async function openSnooze(page: Page): Promise<void> {
  await open(page, ticketOf(page, 'Oskar'))
  await page.keyboard.press('h')
  await page.waitForTimeout(300)
}

async function askWhyHere(page: Page): Promise<void> {
  await open(page, ticketOf(page, 'Ines'))
  await page.getByRole('button', { name: 'Why here?' }).last().click()
}

/** Vera has a second ticket. */
async function openMerge(page: Page): Promise<void> {
  await open(page, ticketOf(page, 'Vera').first())
  await page.keyboard.press('m')
  await page.getByRole('dialog').getByRole('radio').check()
}

/** Rosa's text failed. */
async function openHistory(page: Page): Promise<void> {
  await open(page, ticketOf(page, 'Rosa'))
  await page.locator('[data-delivery]').first().click()
  await page.getByRole('dialog').getByRole('listitem').first().waitFor()
}
