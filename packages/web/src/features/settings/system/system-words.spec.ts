import { describe, expect, it } from 'vitest'
import { system } from '../../../shared/testing/owner.ts'
import { systemFacts } from './system-words.ts'

const AT = '2026-11-22T10:00:00.000Z'
const NOW = Date.parse(AT)

function fact(name: string, given: Parameters<typeof system>[0] = {}) {
  const facts = systemFacts(system(given), NOW).flatMap((group) => group.facts)
  return facts.find((one) => one.name === name) ?? expect.unreachable(`no fact "${name}"`)
}

describe('the figures of the desk', () => {
  it.each([
    ['Texts received', '12'],
    ['Refused', '0'],
    ['Due now', '0'],
    ['Sender', 'Working'],
    ['Database', '1.4 MB'],
    ['Free on the disk', '52 GB of 100 GB'],
    ['Search', 'Up to date'],
    ['Versions', 'Textdesk 0.1.0, Node 24.0.0, SQLite 3.50.0'],
  ])('%s: %s', (name, words) => {
    expect(fact(name).words).toBe(words)
  })

  it('count refusals by reason, and show them as trouble until a webhook is taken again', () => {
    const { webhooks } = system()
    const refused = { ...webhooks, refused: 3, refusedByReason: [{ reason: 'wrong-key', count: 3 }] }
    const later = { at: '2026-11-22T10:00:01.000Z', reason: 'wrong-key', cure: 'Set the key.' }
    const trouble = fact('Refused', { webhooks: { ...refused, lastRefusal: later } })
    expect(trouble).toMatchObject({ words: '3 (3 wrong-key)', isTrouble: true })
    expect(fact('Refused', { webhooks: { ...refused, lastRefusal: { ...later, at: AT } } }).isTrouble).toBe(false)
  })

  it('tell how long the oldest text should have left', () => {
    const queue = { waiting: 2, due: 4, sending: 1, oldestDueAt: '2026-11-22T09:48:00.000Z' }
    expect(fact('Due now', { queue }).words).toBe('4, the oldest for 12 min')
  })

  it('say what is not known, and what does not work', () => {
    const storage = { databaseBytes: 100, freeBytes: null, diskBytes: null }
    expect(fact('Free on the disk', { storage }).words).toBe('Not known')
    expect(fact('Sender', { dispatcher: 'failing' })).toMatchObject({ isTrouble: true })
    expect(fact('Search', { search: { behind: 1200 } }).words).toBe('1,200 still to be read in')
  })
})
