import type { Page } from '@playwright/test'

/** A keyboard that counts: a key or a combination is one stroke, typed text is counted apart. */
export class Keystrokes {
  readonly #page: Page
  strokes = 0
  typed = 0

  constructor(page: Page) {
    this.#page = page
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.strokes += 1
      await this.#page.keyboard.press(key)
    }
  }

  async type(text: string): Promise<void> {
    this.typed += text.length
    await this.#page.keyboard.type(text)
  }
}
