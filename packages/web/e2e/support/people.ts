import { expect, type Page } from '@playwright/test'
import type { RunningDesk } from './running-desk.ts'

export interface Person {
  readonly name: string
  readonly email: string
  readonly password: string
}

export const ana: Person = { name: 'Ana', email: 'ana@example.org', password: 'plain words in a row' }
export const ben: Person = { name: 'Ben', email: 'ben@example.org', password: 'other words in a row' }

/** The very first person, in an empty desk. */
export async function setUp(page: Page, desk: RunningDesk, person: Person): Promise<void> {
  await page.goto(desk.url)
  await expect(page.getByRole('heading', { name: 'Set up your desk' })).toBeVisible()
  if (desk.setUpCode !== null) await page.getByLabel('Setup code').fill(desk.setUpCode)
  await page.getByLabel('Your name').fill(person.name)
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Set up the desk' }).click()
  await expect(page).toHaveURL(/\/inbox\/waiting$/)
}

/** The owner makes a link, and gives it away. */
export async function invite(page: Page, url: string, person: Person): Promise<string> {
  await page.goto(`${url}/settings/agents`)
  await page.getByLabel('Name').fill(person.name)
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByRole('button', { name: 'Make the link' }).click()
  return (await page.locator('[data-invite-link]').textContent()) ?? ''
}

export async function join(page: Page, link: string, person: Person): Promise<void> {
  await page.goto(link)
  await expect(page.getByText(`Welcome, ${person.name}.`)).toBeVisible()
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Join the desk' }).click()
  await expect(page).toHaveURL(/\/inbox\/waiting$/)
}
