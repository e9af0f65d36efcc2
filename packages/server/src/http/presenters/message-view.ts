import type { AgentRef, Message, Placement } from '@textdesk/core'
import { needsAgent, shownState } from '@textdesk/core/text'
import type * as contract from '../contract/message.ts'
import { toIso, toIsoOrNull } from './moment.ts'

export function messageView(message: Message, author: AgentRef | null, now: number): contract.Message {
  return {
    type: 'message',
    id: message.id,
    seq: message.seq,
    direction: message.direction,
    kind: message.kind,
    body: message.body,
    author: author && { id: author.id, name: author.name },
    at: toIso(message.at),
    delivery: deliveryView(message, now),
    resendOf: message.resendOf,
    arrival: message.arrival?.by ?? null,
    sentAt: toIsoOrNull(message.arrival?.sentAt ?? null),
    placement: message.placement && placementView(message.placement),
    reactions: message.reaction === null ? [] : [{ emoji: message.reaction.emoji, at: toIso(message.reaction.at) }],
  }
}

function placementView({ reason, ticket, at, reopenHours }: Placement): contract.Placement {
  return { reason, ticket, at: toIsoOrNull(at), reopenHours }
}

function deliveryView(message: Message, now: number): contract.Delivery | null {
  const { delivery } = message
  if (delivery === null) return null
  return {
    state: shownState(delivery.state),
    reason: delivery.reason,
    segments: delivery.segments,
    attempts: delivery.attempts,
    dueAt: toIsoOrNull(delivery.nextAttemptAt),
    needsAgent: needsAgent(message, now),
  }
}
