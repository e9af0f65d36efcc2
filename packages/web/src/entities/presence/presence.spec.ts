import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { session } from '../../shared/testing/session.ts'
import { useSession } from '../session/session.ts'
import { presenceWords, usePresence } from './presence.ts'

const ana = { id: 'a1', name: 'Ana', writing: true }
const ben = { id: 'a2', name: 'Ben', writing: false }
const cem = { id: 'a3', name: 'Cem', writing: true }

describe('presence', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    useSession().current = session({ id: 'a1' })
  })

  it('is about colleagues, ticket by ticket, until they leave', () => {
    const presence = usePresence()
    presence.told(1, [ana, ben])
    presence.told(2, [cem])
    expect(presence.others(1)).toEqual([ben])
    expect(presence.others(2)).toEqual([cem])
    presence.told(1, [])
    expect(presence.others(1)).toEqual([])
    presence.clear()
    expect(presence.others(2)).toEqual([])
  })

  it.each([
    [[], ''],
    [[ben], 'Ben is looking'],
    [[cem], 'Cem is writing'],
    [[ben, cem], 'Cem is writing, Ben is looking'],
    [[ben, { ...cem, writing: false }], 'Ben and Cem are looking'],
  ])('in words: %#', (viewers, words) => {
    expect(presenceWords(viewers)).toBe(words)
  })
})
