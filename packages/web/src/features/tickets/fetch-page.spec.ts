import type { TicketList, TicketSummary, TicketView } from '@textdesk/server/contract'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { ticket } from '../../shared/testing/items.ts'
import { fetchPage } from './fetch-page.ts'
import { isBeyond, type ListPage, type ListPages, lagsBehind, placeOf, rowsOf } from './list-pages.ts'

const LIMIT = 3
const VIEW: TicketView = 'all'

/** The desk's list, newest activity first: each ticket with the minute of it. */
let desk: Map<number, number>
let loads: number

const iso = (minute: number): string => new Date(Date.UTC(2026, 10, 22, 0, minute)).toISOString()
const numbersOf = (rows: readonly TicketSummary[]): number[] => rows.map(({ number }) => number)

function inOrder(): TicketSummary[] {
  return [...desk]
    .map(([number, minute]) => ticket({ number, updatedAt: iso(minute) }))
    .toSorted((a, b) => (isBeyond(placeOf(a, VIEW), placeOf(b, VIEW), VIEW) ? 1 : -1))
}

/** A cursor is the last row's place, as on the desk. */
async function load(cursor: string | null): Promise<TicketList> {
  loads += 1
  const end = cursor === null ? null : (JSON.parse(cursor) as ReturnType<typeof placeOf>)
  const rest = inOrder().filter((row) => end === null || isBeyond(placeOf(row, VIEW), end, VIEW))
  const items = rest.slice(0, LIMIT)
  const last = items.at(-1)
  return { items, nextCursor: rest.length > LIMIT && last ? JSON.stringify(placeOf(last, VIEW)) : null }
}

const none = (): ReadonlySet<number> => new Set()

async function loadMore(known: ListPages | undefined): Promise<ListPages> {
  const cursor = known?.pages.at(-1)?.nextCursor ?? null
  const page = await fetchPage({ view: VIEW, cursor, known, isMore: known !== undefined, watched: none, load })
  return { pages: [...(known?.pages ?? []), page], pageParams: [...(known?.pageParams ?? []), cursor] }
}

async function loadAll(): Promise<ListPages> {
  let known = await loadMore(undefined)
  while (known.pages.at(-1)?.nextCursor) known = await loadMore(known)
  return known
}

/** As the query client goes through the pages: each begins where the one before now ends. */
async function renew(known: ListPages, watched: readonly number[]): Promise<ListPages> {
  const pages: ListPage[] = []
  const pageParams: unknown[] = []
  for (let cursor: string | null = null; pages.length < known.pages.length; ) {
    const page = await fetchPage({ view: VIEW, cursor, known, isMore: false, watched: () => new Set(watched), load })
    pages.push(page)
    pageParams.push(cursor)
    if (page.nextCursor === null) break
    cursor = page.nextCursor
  }
  return { pages, pageParams }
}

function fill(tickets: number): void {
  desk = new Map(Array.from({ length: tickets }, (_, index) => [index + 1, index + 1]))
}

describe('renewing a long list', () => {
  beforeEach(() => {
    fill(30)
    loads = 0
  })

  it('fetches the first page and those that are looked at, and hands back the others', async () => {
    const known = await loadAll()
    loads = 0
    const renewed = await renew(known, [15])
    expect(loads).toBe(2)
    expect(numbersOf(rowsOf(renewed.pages))).toEqual(numbersOf(inOrder()))
    expect(lagsBehind(renewed.pages, () => new Set([15]))).toBe(false)
    expect(lagsBehind(renewed.pages, () => new Set([2]))).toBe(true)
  })

  it('fetches all of a short list', async () => {
    fill(9)
    const known = await loadAll()
    loads = 0
    await renew(known, [])
    expect(loads).toBe(3)
  })

  it('loses no row to those that came in above', async () => {
    const known = await loadAll()
    for (let number = 31; number <= 35; number += 1) desk.set(number, number)
    const renewed = await renew(known, [])
    expect(numbersOf(rowsOf(renewed.pages))).toEqual(numbersOf(inOrder()))
  })

  it('shows once, and where it is now, a ticket that moved up from a page out of sight', async () => {
    const known = await loadAll()
    desk.set(4, 100)
    const rows = rowsOf((await renew(known, [])).pages)
    expect(numbersOf(rows)).toEqual(numbersOf(inOrder()))
    expect(rows[0]?.updatedAt).toBe(iso(100))
  })

  it('drops what left the view where somebody looks, and elsewhere once somebody looks there', async () => {
    const known = await loadAll()
    desk.delete(14)
    desk.delete(2)
    const once = await renew(known, [15])
    expect(numbersOf(rowsOf(once.pages))).toEqual([...numbersOf(inOrder()).slice(0, -1), 2, 1])
    expect(numbersOf(rowsOf((await renew(once, [2])).pages))).toEqual(numbersOf(inOrder()))
  })

  it('ends where the list now ends', async () => {
    const known = await loadAll()
    for (let number = 1; number <= 27; number += 1) desk.delete(number)
    const renewed = await renew(known, [15])
    expect(renewed.pages).toHaveLength(1)
    expect(numbersOf(rowsOf(renewed.pages))).toEqual([30, 29, 28])
  })

  it('of very many that came in, leaves some for when somebody looks there', async () => {
    const known = await loadAll()
    for (let number = 31; number <= 90; number += 1) desk.set(number, number)
    loads = 0
    const renewed = await renew(known, [])
    expect(loads).toBeLessThan(6)
    expect(numbersOf(rowsOf(renewed.pages)).slice(-30)).toEqual(numbersOf(inOrder()).slice(-30))
    const looked = await renew(renewed, [29])
    expect(numbersOf(rowsOf(looked.pages))).toEqual(numbersOf(inOrder()))
  })

  it('once everything was looked at, is the list of the desk, whatever happened before', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            moved: fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 })), {
              maxLength: 8,
            }),
            gone: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }),
            watched: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
          }),
          { maxLength: 5 },
        ),
        async (news) => {
          fill(30)
          let known = await loadAll()
          for (const { moved, gone, watched } of news) {
            for (const [number, minute] of moved) desk.set(number, minute)
            for (const number of gone) desk.delete(number)
            known = await renew(known, watched)
          }
          known = await renew(
            known,
            Array.from({ length: 40 }, (_, index) => index + 1),
          )
          while (known.pages.at(-1)?.nextCursor) known = await loadMore(known)
          expect(numbersOf(rowsOf(known.pages))).toEqual(numbersOf(inOrder()))
        },
      ),
      { numRuns: 100 },
    ))
})
