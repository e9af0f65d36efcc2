import { honourBy, type LastMessage, type SearchHit, type TicketRow } from '@textdesk/core'
import { isUsNumber } from '../../phone/is-us-number.ts'
import type { TicketSummary } from '../contract/ticket.ts'
import { toIso, toIsoOrNull } from './moment.ts'

export function ticketSummary(row: TicketRow): TicketSummary {
  const { contact, inbox, assignee } = row
  return {
    number: row.number,
    status: row.status,
    contact: {
      id: contact.id,
      kind: contact.kind,
      address: contact.address,
      name: contact.name,
      blockedAt: toIsoOrNull(contact.blockedAt),
      optedOutAt: toIsoOrNull(contact.optedOutAt),
    },
    inbox: { id: inbox.id, name: inbox.name, number: inbox.number, simulated: inbox.simulated },
    assignee: assignee && { id: assignee.id, name: assignee.name },
    unread: row.unread,
    needsAttention: row.needsAttention,
    waitingSince: toIsoOrNull(row.waitingSince),
    stopRequest: stopRequest(row),
    snoozedUntil: toIsoOrNull(row.snoozedUntil),
    tags: [...row.tags],
    lastMessage: row.lastMessage && lastMessage(row.lastMessage, row.lastAuthor),
    createdAt: toIso(row.createdAt),
    updatedAt: toIso(row.updatedAt),
    closedAt: toIsoOrNull(row.closedAt),
    ...(row.hit && { hit: searchHit(row.hit) }),
  }
}

function searchHit({ messageId, body, ranges }: SearchHit): NonNullable<TicketSummary['hit']> {
  return { messageId, body, ranges: ranges.map(([start, end]) => [start, end]) }
}

function lastMessage(
  { direction, kind, preview, at }: LastMessage,
  author: TicketRow['lastAuthor'],
): TicketSummary['lastMessage'] {
  return { direction, kind, preview, at: toIso(at), author: author && { id: author.id, name: author.name } }
}

function stopRequest({ stopAskedAt: at, contact, inbox }: TicketRow): TicketSummary['stopRequest'] {
  if (at === null || contact.optedOutAt !== null || contact.blockedAt !== null) return null
  return { at: toIso(at), honourBy: inbox.number !== null && isUsNumber(inbox.number) ? honourBy(at) : null }
}
