import { expect, type Locator, type Page } from '@playwright/test'

/** The practice phone on a page, as the customer who holds it. */
export class Phone {
  readonly #phone: Locator

  constructor(page: Page) {
    this.#phone = page.getByRole('region', { name: 'Practice phone' })
  }

  async choose(number: string): Promise<void> {
    await this.#phone.getByLabel('The phone of').selectOption(number)
  }

  /** Resolves once the desk has the text: the field is emptied then, and not before. */
  async write(body: string): Promise<void> {
    const field = this.#phone.getByLabel('Text from this phone')
    await field.fill(body)
    await this.#phone.getByRole('button', { name: 'Send from this phone' }).click()
    await expect(field).toHaveValue('')
  }

  /** Waits until the phone shows exactly these texts, in order. */
  async shows(...texts: string[]): Promise<void> {
    await expect(this.#phone.getByRole('article').getByRole('paragraph')).toHaveText(texts)
  }
}
