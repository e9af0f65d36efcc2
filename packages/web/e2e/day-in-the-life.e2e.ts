import { expect, type Page } from '@playwright/test'
import { customer, text } from './support/customers.ts'
import { test } from './support/desk-test.ts'
import { ben } from './support/people.ts'
import type { RunningDesk } from './support/running-desk.ts'
import { Thread } from './support/thread.ts'

test.setTimeout(150_000)

/** Texts to practice numbers that end so expire. */
const UNREACHED = '+12025550195'

test('a day in the life of a desk', async ({ anas, bens, desk }) => {
  const thread = new Thread(anas)

  await test.step('STOP ALL opts out, nobody waits, and the composer offers what is left to do', async () => {
    await text(anas, customer(1), 'Who is this?')
    await expect(row(anas, 1)).toBeVisible()
    await text(anas, customer(1), 'STOP ALL')
    await expect(row(anas, 1)).toHaveCount(0)
    await view(anas, desk, 'all')
    await thread.open(1)
    await expect(thread.message('STOP ALL')).toBeVisible()
    await expect(thread.message('Automatic')).toHaveCount(2)
    await expect(thread.field).toHaveCount(0)
  })

  await test.step('HELP is answered, and nobody waits', async () => {
    await text(anas, customer(2), 'HELP')
    await view(anas, desk, 'waiting')
    await expect(anas.getByText('Nobody is waiting.')).toBeVisible()
    await view(anas, desk, 'closed')
    await thread.open(2)
    await expect(thread.message('STOP')).toContainText('Automatic')
  })

  await test.step('a reaction and thanks leave the ticket closed', async () => {
    await text(anas, customer(3), 'My parcel is broken')
    await view(anas, desk, 'waiting')
    await thread.open(3)
    await sendNow(thread, 'All fixed')
    await expect(thread.message('All fixed')).toContainText('Delivered')
    await thread.close()
    await text(anas, customer(3), 'Liked “All fixed”')
    await text(anas, customer(3), 'thx 👍')
    await view(anas, desk, 'closed')
    await expect(row(anas, 3).getByText('Unread')).toBeAttached()
    await thread.open(3)
    await expect(thread.message('All fixed').getByRole('img', { name: /reacted with thumbs up/ })).toBeVisible()
    await expect(thread.message('thx 👍')).toBeVisible()
    await expect(thread.message('Liked')).toHaveCount(0)
    await expect(anas.getByRole('button', { name: 'Reopen' }).first()).toBeVisible()
  })

  await test.step('a reply that expired needs an agent until one has settled it', async () => {
    await text(anas, UNREACHED, 'Do you open on Sunday?')
    await view(anas, desk, 'waiting')
    await thread.open(4)
    await sendNow(thread, 'From ten to four')
    await expect(thread.message('From ten to four').getByRole('button', { name: 'Send again' })).toBeVisible()
    await view(anas, desk, 'attention')
    await thread.open(4)
    await thread.message('From ten to four').getByRole('button', { name: 'It arrived' }).click()
    await expect(thread.message('From ten to four')).toContainText('Delivered')
    // The ticket that is open keeps its row; whoever comes anew does not see it.
    await view(anas, desk, 'attention')
    await expect(anas.getByRole('navigation', { name: 'Views' })).toBeVisible()
    await expect(row(anas, 4)).toHaveCount(0)
  })

  await test.step('closing is undone: the customer waits as before, and the ticket is open again', async () => {
    await text(anas, customer(5), 'Can I swap the shoes?')
    await view(anas, desk, 'waiting')
    await thread.open(5)
    await expect(thread.message('Can I swap the shoes?')).toBeVisible()
    await thread.close()
    await expect(row(anas, 5)).toHaveCount(0)
    await anas.keyboard.press('z')
    await expect(row(anas, 5)).toContainText('waiting')
    await expect(anas.getByRole('region', { name: 'Ticket 5', exact: true })).toBeVisible()
  })

  await test.step("who leaves the team leaves no ticket in nobody's view", async () => {
    await view(bens, desk, 'waiting')
    await new Thread(bens).open(5)
    await bens.keyboard.press('i')
    await expect(bens.getByText('Assigned ticket 5 to Ben.')).toBeVisible()
    await anas.goto(`${desk.url}/settings/agents`)
    const bensRow = anas.getByRole('listitem').filter({ hasText: ben.email })
    await bensRow.getByRole('button', { name: /^Disable/ }).click()
    const dialog = anas.getByRole('dialog', { name: 'Disable Ben' })
    await expect(dialog.getByText('Ben has 1 open ticket.')).toBeVisible()
    await dialog.getByLabel('Who gets them').selectOption('Ana')
    await dialog.getByRole('button', { name: 'Disable Ben' }).click()
    await expect(dialog).toBeHidden()
    await view(anas, desk, 'mine')
    await expect(row(anas, 5)).toBeVisible()
    await expect(bens.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })

  await test.step("a ticket's number finds it first", async () => {
    await text(anas, customer(6), 'I ordered 3 of them')
    await anas.getByRole('searchbox').or(anas.getByPlaceholder('Search all tickets')).first().fill('#3')
    await anas.keyboard.press('Enter')
    await expect(anas.locator('[data-ticket]').first()).toHaveAttribute('data-ticket', '3')
  })

  await test.step('signing out in one tab empties both', async () => {
    const second = await anas.context().newPage()
    await second.goto(`${desk.url}/inbox/all/3`)
    await expect(second.getByText('My parcel is broken').first()).toBeVisible()
    await anas.getByRole('button', { name: 'Sign out' }).click()
    for (const tab of [anas, second]) {
      await expect(tab.getByRole('heading', { name: 'Sign in' })).toBeVisible()
      await expect(tab.getByText('My parcel is broken')).toHaveCount(0)
    }
  })
})

function row(page: Page, number: number) {
  return page.locator(`[data-ticket="${number}"]`)
}

async function view(page: Page, { url }: RunningDesk, name: string): Promise<void> {
  await page.goto(`${url}/inbox/${name}`)
}

/** Without the five seconds in which it can be undone. */
async function sendNow(thread: Thread, body: string): Promise<void> {
  await thread.field.fill(body)
  await thread.field.press('Control+Enter')
  await expect(thread.message(body)).toBeVisible()
}
