import { describe, expect, it } from 'vitest'
import { requireReplyable } from '../../src/app/replying/require-replyable.ts'
import { reasonNotToSend } from '../../src/app/sending/reason-not-to-send.ts'
import type { ContactKind } from '../../src/domain/contact/address.ts'
import { type ReplyObstacle, replyObstacle } from '../../src/text/reply-obstacle.ts'
import { aPhone, aReply } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { refusalOf } from '../test-desk.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'
import { storeAgent, storeContact, storeInbox, storeTicket } from './scene.ts'

/** What refuses a reply, and what keeps one that was written before from leaving. */
const AS_TOLD: Readonly<Record<ReplyObstacle, readonly [refusal: string, reason: string]>> = {
  'no-number': ['contact-unanswerable', 'unanswerable'],
  name: ['contact-unanswerable', 'unanswerable'],
  'short-code': ['contact-unanswerable', 'unanswerable'],
  blocked: ['contact-blocked', 'blocked'],
  'opted-out': ['contact-opted-out', 'opted-out'],
}

const CASES = (['phone', 'short-code', 'name'] as const).flatMap((kind) =>
  [true, false].flatMap((hasNumber) =>
    [true, false].flatMap((isBlocked) =>
      (['here', 'in another inbox', 'nowhere'] as const).map((optedOut) => ({ kind, hasNumber, isBlocked, optedOut })),
    ),
  ),
)

/** Why no reply is possible is one rule: what a ticket's row shows, what answers a reply, and what leaves follow it. */
export function describeReplyObstacles(open: OpenDesk): void {
  describe('why no reply is possible', () => {
    const desk = useDesk(open)

    it('is the same for the row of a ticket, for a reply and for what is about to leave', async () => {
      const agent = await storeAgent(desk)
      const [numbered, nobodys] = [await storeInbox(desk), await storeInbox(desk, { number: null, isDefault: false })]
      for (const [place, each] of CASES.entries()) {
        const inbox = each.hasNumber ? numbered : nobodys
        const address = { kind: each.kind, value: addressOf(each.kind, place) }
        const contact = await storeContact(desk, { address, blockedAt: each.isBlocked ? START : null })
        const ticket = await storeTicket(desk, { inbox, contact })
        const optOutOf = { here: inbox, 'in another inbox': each.hasNumber ? nobodys : numbered, nowhere: null }[
          each.optedOut
        ]
        if (optOutOf) await desk.run(({ optOuts }) => optOuts.add(optOutOf.id, address, { at: START, source: 'text' }))

        const row = (await desk.tickets.find(ticket.number, agent.id, START)) ?? expect.fail('no such ticket')
        const obstacle = replyObstacle(row)
        const told = obstacle === null ? ['done', null] : AS_TOLD[obstacle]
        const message = aReply(ticket)
        const refusal = await desk.run((opened) => refusalOf(requireReplyable(opened, ticket)))
        const reason = await desk.run((opened) => reasonNotToSend(opened, { message, inbox, contact }))
        expect({ ...each, obstacle, told: [refusal, reason] }).toEqual({ ...each, obstacle: expected(each), told })
      }
    })
  })
}

function expected({ kind, hasNumber, isBlocked, optedOut }: (typeof CASES)[number]): ReplyObstacle | null {
  if (!hasNumber) return 'no-number'
  if (kind !== 'phone') return kind
  if (isBlocked) return 'blocked'
  return optedOut === 'here' ? 'opted-out' : null
}

function addressOf(kind: ContactKind, place: number): string {
  return { phone: aPhone().value, 'short-code': String(20_000 + place), name: `SHOP ${place}` }[kind]
}
