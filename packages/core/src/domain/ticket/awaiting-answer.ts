import { looksLikeStopRequest } from '../consent/stop-request.ts'
import type { Ticket } from './ticket.ts'

/** The ticket with a text in it that a person has to read and can answer. */
export function awaitingAnswer(ticket: Ticket, body: string, now: number): Ticket {
  const stopAskedAt = ticket.stopAskedAt ?? (looksLikeStopRequest(body) ? now : null)
  return { ...ticket, waitingSince: ticket.waitingSince ?? now, stopAskedAt }
}
