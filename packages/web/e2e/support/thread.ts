import { expect, type Locator, type Page } from '@playwright/test'

/** The ticket that is open on a page. */
export class Thread {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get field(): Locator {
    return this.#page.getByRole('textbox', { name: 'Reply', exact: true })
  }

  /** The article that holds this text. */
  message(body: string): Locator {
    return this.#page
      .getByRole('log', { name: /^Messages with/ })
      .getByRole('article')
      .filter({ hasText: body })
  }

  async open(number: number): Promise<void> {
    await this.#page.locator(`[data-ticket="${number}"]`).click()
    await expect(this.#page.getByRole('region', { name: `Ticket ${number}`, exact: true })).toBeVisible()
  }

  async reply(body: string): Promise<void> {
    await this.field.fill(body)
    await this.field.press('Enter')
  }

  /** Resolves once the desk has closed it, or refused to: what comes next, such as a text, must not overtake that. */
  async close(): Promise<void> {
    const answered = this.#page.waitForResponse(
      (response) => response.url().endsWith('/closure') && response.request().method() === 'PUT',
    )
    await this.#page.getByRole('button', { name: 'Close', exact: true }).click()
    await answered
  }
}
