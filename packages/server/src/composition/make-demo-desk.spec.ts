import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TicketView, ticketViews } from '@textdesk/core'
import { FakePasswordHasher, FakePasswordJudge } from '@textdesk/core/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDemoConfig } from '../config/demo-config.ts'
import type { SqlitePersistence } from '../persistence/sqlite/open-sqlite-persistence.ts'
import { buildContainer, type Container, portsOf, token } from './container.ts'
import { makeDemoDesk } from './make-demo-desk.ts'

const NOW = Date.UTC(2026, 0, 12, 12)
const folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
const config = readDemoConfig({ DATABASE_URL: `sqlite:${join(folder, 'desk.sqlite')}`, PORT: '8123' })

let container: Container

beforeAll(async () => {
  await makeDemoDesk(config, NOW)
  container = await buildContainer(config, pino({ level: 'silent' }), {
    passwordHasher: new FakePasswordHasher(),
    passwordJudge: new FakePasswordJudge(),
  })
})
afterAll(async () => {
  await container.resolve<SqlitePersistence>(token.persistence).close()
  rmSync(folder, { recursive: true })
})

async function ticketsIn(view: TicketView) {
  const { ticketQueries } = portsOf(container)
  const dana = (await agents()).find(({ name }) => name === 'Dana')
  const query = { search: null, cursor: null, limit: 100, now: NOW }
  return (await ticketQueries.list({ agentId: dana?.id ?? '', view, ...query })).items
}

function agents() {
  return portsOf(container).deskQueries.listAgents()
}

async function messages() {
  const { ticketQueries } = portsOf(container)
  const threads = await Promise.all(
    (await ticketsIn('all')).map(({ number }) => ticketQueries.timeline(number, null, 100)),
  )
  const items = threads.flatMap((thread) => thread?.items ?? [])
  return items.flatMap((item) => (item.type === 'message' ? [item.message] : []))
}

describe('the demo desk', () => {
  it.each(ticketViews)('has tickets in the view %s', async (view) => {
    expect((await ticketsIn(view)).length).toBeGreaterThan(0)
  })

  it('happened within the week before it was made', async () => {
    const moments = (await messages()).map(({ at }) => at)
    expect(Math.max(...moments)).toBeLessThanOrEqual(NOW)
    expect(Math.max(...moments)).toBeGreaterThan(NOW - 5 * 60_000)
    expect(Math.min(...moments)).toBeGreaterThan(NOW - 7 * 24 * 60 * 60_000)
  })

  it('shows every end that a text can come to, and leaves none on its way', async () => {
    const states = new Set((await messages()).flatMap(({ delivery }) => (delivery ? [delivery.state] : [])))
    expect([...states].sort()).toEqual(['cancelled', 'delivered', 'failed', 'sent', 'uncertain'])
  })

  it('is tagged here and there', async () => {
    const tags = (await ticketsIn('all')).flatMap((ticket) => ticket.tags)
    expect(new Set(tags).size).toBeGreaterThan(2)
  })

  it('has long texts, links, emoji and notes', async () => {
    const all = await messages()
    expect(all.some(({ body }) => body.length > 320)).toBe(true)
    expect(all.some(({ body }) => body.includes('https://example.com/'))).toBe(true)
    expect(all.some(({ body, delivery }) => /\p{Extended_Pictographic}/u.test(body) && delivery !== null)).toBe(true)
    expect(all.some(({ kind }) => kind === 'note')).toBe(true)
  })

  it('is staffed by several agents, one of whom has not come yet', async () => {
    const staff = await agents()
    expect(staff.filter(({ passwordHash }) => passwordHash !== null)).toHaveLength(3)
    expect(staff.filter(({ passwordHash }) => passwordHash === null)).toHaveLength(1)
    expect(staff.every(({ email }) => email.endsWith('@example.com'))).toBe(true)
  })

  it('knows only numbers that are reserved for fiction', async () => {
    const phones = (await ticketsIn('all')).filter(({ contact }) => contact.kind === 'phone')
    expect(phones.length).toBeGreaterThan(20)
    for (const { contact } of phones) expect(contact.address).toMatch(/^(\+120255501\d\d|\+61491570156)$/)
  })

  it('leaves some tickets unread for whoever signs in', async () => {
    const unread = (await ticketsIn('all')).filter((ticket) => ticket.unread)
    expect(unread.length).toBeGreaterThan(1)
    expect(unread.length).toBeLessThan(8)
  })

  it('cannot be made anew while it runs, and leaves nothing else behind', async () => {
    await expect(makeDemoDesk(config, NOW)).rejects.toThrow('Another Textdesk process uses')
    expect((await ticketsIn('all')).length).toBeGreaterThan(20)
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
  })
})

describe('the configuration of the demo desk', () => {
  it('knows no provider, no public address and no file of the desk itself', () => {
    const live = { MESSAGEBIRD_API_KEY: 'live_1234567890', PUBLIC_URL: 'https://desk.example.org' }
    const demo = readDemoConfig({ ...live, PORT: '8123', DATABASE_URL: 'sqlite:/srv/desk/textdesk.sqlite' })
    expect(demo.messageBird).toBeNull()
    expect(demo.publicUrl).toBe('http://localhost:8123')
    expect(demo.database).toEqual({ kind: 'sqlite', file: '/srv/desk/demo.sqlite' })
  })
})
