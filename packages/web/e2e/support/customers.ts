import { expect, type Page } from '@playwright/test'

/** Texts from a practice phone without showing it: what a full desk needs many of. */
export async function text(page: Page, from: string, body: string): Promise<void> {
  const path = `/api/simulator/phones/${encodeURIComponent(from)}/messages`
  const { origin } = new URL(page.url())
  const response = await page.request.post(origin + path, { data: { body }, headers: { origin } })
  expect(response.status(), await response.text()).toBe(204)
}

/** The hundred numbers that are kept free for fiction, from +1 202 555 0100 on; the first is the desk's own. */
export function customer(index: number): string {
  return `+12025550${100 + index}`
}
