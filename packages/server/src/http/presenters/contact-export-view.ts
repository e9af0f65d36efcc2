import type { ContactExport } from '@textdesk/core'
import type * as contract from '../contract/contact.ts'
import { contactView } from './contact-view.ts'
import { toIso } from './moment.ts'
import { ticketSummary } from './ticket-summary.ts'
import { timelineItem } from './timeline-item.ts'

export function contactExportView({ contact, tickets, reactions }: ContactExport, now: number): contract.ContactExport {
  return {
    exportedAt: toIso(now),
    contact: contactView(contact),
    reactions: reactions.map(({ ticketNumber, messageId, at, emoji, removes, body }) => ({
      ...{ ticketNumber, messageId, emoji, removes, body },
      at: toIso(at),
    })),
    tickets: tickets.map(({ row, timeline }) => ({
      ticket: ticketSummary(row),
      timeline: timeline.map((item) => timelineItem(item, now)),
    })),
  }
}
