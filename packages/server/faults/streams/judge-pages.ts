import type { ReadingPage } from './reading-page.ts'

/** What pages that read did not hear, or heard out of order: `tickets` as the texts came, server by server. */
export function complaintsOf(pages: readonly ReadingPage[], tickets: readonly (readonly number[])[]): string[] {
  const all = tickets.flat()
  const missing = pages.filter(({ texts }) => !all.every((ticket) => texts.includes(ticket))).length
  const disordered = pages.filter((page) => !tickets.every((some) => hasInOrder(page, some))).length
  const reset = pages.filter(({ resets }) => resets !== 1).length
  const ended = pages.filter(({ hasEnded }) => hasEnded).length
  return [
    ...complaint(missing, 'did not hear of every text'),
    ...complaint(disordered, 'heard of the texts of one server in another order'),
    ...complaint(reset, 'were told to fetch everything instead'),
    ...complaint(ended, 'were cut although they read'),
  ]
}

function hasInOrder({ texts }: ReadingPage, tickets: readonly number[]): boolean {
  const own = new Set(tickets)
  const heard = [...new Set(texts)].filter((ticket) => own.has(ticket))
  return heard.every((ticket, place) => ticket === tickets[place])
}

function complaint(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} pages ${what}`]
}
