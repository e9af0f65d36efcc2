import type { Message } from '../src/domain/message/message.ts'
import type { ReactionText } from '../src/domain/message/reaction.ts'
import { START } from './fakes/fixed-clock.ts'
import { SequentialIds } from './fakes/sequential-ids.ts'

const ids = new SequentialIds('018f0002')

/** The customer likes this message. */
export function aReactionText(
  { id: messageId, inboxId, contactId }: Pick<Message, 'id' | 'inboxId' | 'contactId'>,
  overrides: Partial<ReactionText> = {},
): ReactionText {
  const arrival = { by: 'webhook', sentAt: null, providerId: null } as const
  const said = { emoji: '👍', removes: false, body: 'Liked "On its way."' }
  return { id: ids.uuid(), messageId, inboxId, contactId, at: START, ...said, arrival, ...overrides }
}
