import type { Activity, Message, TicketSummary } from '@textdesk/server/contract'

const AT = '2026-11-22T10:00:00.000Z'

/** Made-up data for specs; every field can be told. */
export function inbound(given: Partial<Message> = {}): Message {
  const seq = given.seq ?? 1
  return {
    type: 'message',
    id: `m${seq}`,
    seq,
    direction: 'in',
    kind: 'sms',
    body: `Text ${seq}`,
    author: null,
    at: AT,
    delivery: null,
    resendOf: null,
    placement: null,
    arrival: null,
    sentAt: null,
    reactions: [],
    ...given,
  }
}

export function outbound(
  given: Partial<Message> = {},
  delivery: Partial<NonNullable<Message['delivery']>> = {},
): Message {
  return inbound({
    direction: 'out',
    author: { id: 'a1', name: 'Ana' },
    delivery: { state: 'sent', reason: null, segments: 1, attempts: 1, dueAt: null, needsAgent: false, ...delivery },
    ...given,
  })
}

export function activity(given: Partial<Activity> = {}): Activity {
  const seq = given.seq ?? 1
  return {
    type: 'activity',
    id: `a${seq}`,
    seq,
    at: AT,
    actor: null,
    what: 'closed',
    detail: null,
    assignee: null,
    ...given,
  }
}

export function ticket(given: Partial<TicketSummary> = {}): TicketSummary {
  return {
    number: 1,
    status: 'open',
    contact: { id: 'c1', kind: 'phone', address: '+12025550101', name: null, blockedAt: null, optedOutAt: null },
    inbox: { id: 'i1', name: 'Support', number: '+12025550100', simulated: true },
    assignee: null,
    unread: true,
    needsAttention: false,
    waitingSince: AT,
    stopRequest: null,
    snoozedUntil: null,
    tags: [],
    lastMessage: { direction: 'in', kind: 'sms', preview: 'Where is my order?', at: AT, author: null },
    createdAt: AT,
    updatedAt: AT,
    closedAt: null,
    ...given,
  }
}
