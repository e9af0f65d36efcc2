import { describe, expect, it } from 'vitest'
import { type ReceiptFacts, receiptKey } from './receipt-key.ts'

const facts: ReceiptFacts = {
  id: 'm1',
  from: { kind: 'phone', value: '+12025550123' },
  to: '+12025550199',
  body: 'Hello',
  sentAt: 1_537_777_859_000,
  jti: 'j1',
}
const without = { id: null, sentAt: null, jti: null }

describe('receiptKey', () => {
  it('is a hex SHA-256', () => {
    expect(receiptKey(facts)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('depends on the id alone when there is one', () => {
    expect(receiptKey({ ...facts, body: 'Other', sentAt: null, jti: 'j2' })).toBe(receiptKey(facts))
    expect(receiptKey({ ...facts, id: 'm2' })).not.toBe(receiptKey(facts))
  })

  it('depends on the content without an id, whatever the signature', () => {
    const key = receiptKey({ ...facts, id: null })
    expect(receiptKey({ ...facts, id: null, jti: 'j2' })).toBe(key)
    expect(receiptKey({ ...facts, id: null, jti: null })).toBe(key)
    const others: Partial<ReceiptFacts>[] = [
      { body: 'Hello ' },
      { sentAt: 1 },
      { to: null },
      { from: { kind: 'name', value: '+12025550123' } },
    ]
    for (const other of others) expect(receiptKey({ ...facts, id: null, ...other })).not.toBe(key)
  })

  it('depends on the signature without id and time', () => {
    const key = receiptKey({ ...facts, ...without, jti: 'j1' })
    expect(receiptKey({ ...facts, ...without, body: 'Other', jti: 'j1' })).toBe(key)
    expect(receiptKey({ ...facts, ...without, jti: 'j2' })).not.toBe(key)
  })

  it('is null when nothing tells one text from the next', () => {
    expect(receiptKey({ ...facts, ...without })).toBeNull()
  })

  it('never takes one kind of key for another', () => {
    const byId = receiptKey({ ...facts, id: 'x' })
    const bySignature = receiptKey({ ...facts, ...without, jti: 'x' })
    expect(byId).not.toBe(bySignature)
  })
})
