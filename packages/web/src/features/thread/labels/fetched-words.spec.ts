import { describe, expect, it } from 'vitest'
import { inbound } from '../../../shared/testing/items.ts'
import { fullTime } from '../../../shared/time/format-time.ts'
import { fetchedWords } from './fetched-words.ts'

describe('the line under a text that was fetched', () => {
  it('says why, and when it was sent', () => {
    const sentAt = '2026-11-22T09:58:00.000Z'
    const words = fetchedWords(inbound({ arrival: 'fetched', sentAt }))
    expect(words).toBe(`Fetched from MessageBird: its webhook did not reach the desk. Sent on ${fullTime(sentAt)}.`)
    expect(fetchedWords(inbound({ arrival: 'fetched', sentAt: null }))).toMatch(/reach the desk\.$/)
  })

  it('stands under no other', () => {
    expect(fetchedWords(inbound({ arrival: 'webhook' }))).toBeNull()
    expect(fetchedWords(inbound({ arrival: null }))).toBeNull()
  })
})
