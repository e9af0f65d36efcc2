import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aContact, aMessage, aNewTicket, anInbox, aPhone, START } from '@textdesk/core/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { InProcessChangeFeed } from '../in-process-change-feed.ts'
import { SearchIndexer } from '../search/search-indexer.ts'
import { openSqlitePersistence, type SqlitePersistence } from './open-sqlite-persistence.ts'

let folder: string
let persistence: SqlitePersistence
const open = () => openSqlitePersistence({ file: join(folder, 'desk.sqlite'), warn: () => {} })

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  persistence = await open()
})
afterEach(async () => {
  await persistence.close()
  rmSync(folder, { recursive: true })
})

async function storeText(body: string, contact = aContact()): Promise<number> {
  return persistence.unitOfWork.run(async (desk) => {
    const inbox = anInbox({ number: aPhone().value })
    await desk.inboxes.add(inbox)
    await desk.contacts.add(contact)
    const ticket = await desk.tickets.add(aNewTicket({ inboxId: inbox.id, contactId: contact.id }))
    if (!ticket) throw new Error('no ticket')
    await desk.messages.add(aMessage(ticket, { body }))
    await desk.messages.add(aMessage(ticket, { seq: 2, direction: 'out', kind: 'auto', body: 'Your ticket ID is 1.' }))
    desk.changes.record({ kind: 'ticket', ticketNumber: ticket.number, what: 'text' })
    return ticket.number
  })
}

async function find(search: string): Promise<number[]> {
  const query = { agentId: 'a', view: 'all', search, cursor: null, limit: 50, now: START } as const
  return (await persistence.ticketQueries.list(query)).items.map((row) => row.number)
}

describe('the search index', () => {
  it('follows a text within a second while the indexer runs', async () => {
    persistence.searchIndexer.start()
    const number = await storeText('A giraffe')
    await expect.poll(() => find('giraffe'), { timeout: 1_000 }).toEqual([number])
    const next = await storeText('Another giraffe')
    await expect.poll(() => find('giraffe'), { timeout: 1_000 }).toHaveLength(2)
    expect(await find('another')).toEqual([next])
  })

  it('catches up with what was stored while it was stopped, however much that is', async () => {
    for (let n = 0; n < 6; n += 1) await Promise.all(Array.from({ length: 50 }, () => storeText('A zebra')))
    await persistence.close()
    persistence = await open()
    persistence.searchIndexer.start()
    const last = await storeText('A lion')
    await expect.poll(() => find('lion'), { timeout: 5_000 }).toEqual([last])
    expect(await find('zebra')).toHaveLength(50)
  })

  it('catches up by itself after the storage failed, although nothing further is stored', async () => {
    const failures = [new Error('full')]
    const step = vi.fn(async () => {
      const failure = failures.pop()
      if (failure) throw failure
      return false
    })
    const warn = vi.fn()
    const indexer = new SearchIndexer({ step, changeFeed: new InProcessChangeFeed(() => {}), warn })
    indexer.start()
    await expect.poll(() => step.mock.calls.length, { timeout: 5_000 }).toBe(2)
    expect(warn).toHaveBeenCalledOnce()
    await indexer.stop()
  })

  it('finds beginnings of words, parts of names, and numbers as people write them', async () => {
    const contact = aContact({ name: 'Anneliese Müller', address: { kind: 'phone', value: '+442079460958' } })
    const number = await storeText('Wo bleibt mein Päckchen?', contact)
    const other = await storeText('Nothing', aContact({ name: 'Bo' }))
    await persistence.searchIndexer.catchUp()
    for (const words of ['päck', 'pack', 'PÄCKCHEN', 'anne', 'liese', 'muller', 'anneliese 0958']) {
      expect({ words, found: await find(words) }).toEqual({ words, found: [number] })
    }
    for (const words of ['(020) 7946 0958', '+44 20 7946 0958', '7946', '442079']) {
      expect({ words, found: await find(words) }).toEqual({ words, found: [number] })
    }
    expect(await find('bo')).toEqual([other])
    expect(await find('chen')).toEqual([])
  })

  it("leaves out the desk's own texts, which are in every ticket", async () => {
    await storeText('Hello')
    await persistence.searchIndexer.catchUp()
    expect(await find('ticket')).toEqual([])
  })
})
