import type { DeliveryHistory, Message, TicketNumber, Timeline } from '@textdesk/server/contract'
import { withQuery } from '../../shared/api/query.ts'
import { request } from '../../shared/api/request.ts'

export function getTimeline(number: number, cursor: string | null, signal?: AbortSignal): Promise<Timeline> {
  return request('GET', withQuery(`/api/tickets/${number}/messages`, { cursor, limit: 50 }), { signal })
}

export interface Reply {
  readonly body: string
  readonly seenMessageId: string | null
  readonly sendNow: boolean
  readonly idempotencyKey: string
}

export function sendReply(number: number, reply: Reply): Promise<Message> {
  const { body, seenMessageId, sendNow, idempotencyKey } = reply
  return request('POST', `/api/tickets/${number}/replies`, {
    body: { body, ...(seenMessageId ? { seenMessageId } : {}), ...(sendNow ? { sendNow } : {}) },
    headers: { 'idempotency-key': idempotencyKey },
  })
}

export function addNote(number: number, body: string, idempotencyKey: string): Promise<Message> {
  return request('POST', `/api/tickets/${number}/notes`, {
    body: { body },
    headers: { 'idempotency-key': idempotencyKey },
  })
}

export function undoReply(number: number, messageId: string): Promise<void> {
  return request('DELETE', `/api/tickets/${number}/replies/${messageId}`)
}

export function resendReply(number: number, messageId: string): Promise<Message> {
  return request('POST', `/api/tickets/${number}/replies/${messageId}/resend`)
}

export function confirmArrival(number: number, messageId: string): Promise<void> {
  return request('PUT', `/api/tickets/${number}/replies/${messageId}/arrived`)
}

/** What happened to an outgoing text. */
export function getReplyHistory(number: number, messageId: string, signal?: AbortSignal): Promise<DeliveryHistory> {
  return request('GET', `/api/tickets/${number}/replies/${messageId}/history`, { signal })
}

/** @returns the number of the ticket it is in now. */
export function moveText(number: number, messageId: string): Promise<TicketNumber> {
  return request('POST', `/api/tickets/${number}/messages/${messageId}/move`)
}

export function mergeTicket(number: number, into: number): Promise<TicketNumber> {
  return request('PUT', `/api/tickets/${number}/merge`, { body: { into } })
}
