import { describe, expect, it } from 'vitest'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeContact, storeInbox, storeTicket } from './scene.ts'

/** Whom each way of typing a number finds; the digits in a row stand in several of them. */
const NUMBERS = {
  us: '+12025550120',
  birmingham: '+441214960123',
  moscow: '+79123450101',
  rome: '+390612340199',
  other: '+12025550188',
  rosario: '+543412345678',
  puebla: '+5212221234567',
}
type Place = keyof typeof NUMBERS
const TYPED: readonly [string, readonly Place[]][] = [
  ['0120', ['us']],
  ['120', ['us', 'other']],
  ['0121', ['birmingham']],
  ['０１２１', ['birmingham']],
  ['٠١٢١', ['birmingham']],
  ['(0121) 496 0123', ['birmingham']],
  ['0121-496', ['birmingham']],
  ['+44 (0)121 496 0123', ['birmingham']],
  ['00 44 121 496', ['birmingham']],
  ['tel:+44-121-496-0123', ['birmingham']],
  ['4960123', ['birmingham']],
  ['+44', []],
  ['+1 2', []],
  ['+120', ['us', 'other']],
  ['+4412', ['birmingham']],
  ['(202) 555-0120', ['us']],
  ['0 202 555', []],
  ['8 912 345', ['moscow']],
  ['+7 912', ['moscow']],
  ['06 1234', ['rome']],
  ['0 06 1234', []],
  ['\u202a+44 121 496 0123\u202c', ['birmingham']],
  ['0199', ['rome']],
  ['99', []],
  ['543412345678', ['rosario']],
  ['5493412345678', ['rosario']],
  ['+54 9 341', ['rosario']],
  ['522221234567', ['puebla']],
  ['+52 1 222', ['puebla']],
  ['+52 222 123', ['puebla']],
]

export function describeSearchedNumbers(open: OpenDesk): void {
  describe('phone numbers that a search finds', () => {
    const desk = useDesk(open)

    it('are typed as people do, and read by one rule', async () => {
      const inbox = await storeInbox(desk)
      const places = new Map<number, string>()
      for (const [place, value] of Object.entries(NUMBERS)) {
        const contact = await storeContact(desk, { address: { kind: 'phone', value } })
        places.set((await storeTicket(desk, { inbox, contact })).number, place)
      }
      await desk.subject.settleSearch()
      const found: [string, unknown][] = []
      for (const [typed] of TYPED) {
        const query = { agentId: 'nobody', view: 'all', search: typed, cursor: null, limit: 100, now: START } as const
        const numbers = (await desk.tickets.list(query)).items.map((row) => row.number)
        found.push([typed, numbers.sort((a, b) => a - b).map((number) => places.get(number))])
      }
      expect(found).toEqual(TYPED.map(([typed, expected]) => [typed, expected]))
    })
  })
}
