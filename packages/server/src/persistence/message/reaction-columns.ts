import type { Reaction } from '@textdesk/core'
import type { Selectable } from 'kysely'
import type { DeskSchema } from '../schema.ts'

export const reactionFields = ['reaction', 'reacted_at'] as const

type ReactionColumns = Pick<Selectable<DeskSchema['messages']>, (typeof reactionFields)[number]>

export function toReaction({ reaction, reacted_at }: ReactionColumns): Reaction | null {
  return reaction === null || reacted_at === null ? null : { emoji: reaction, at: reacted_at }
}

export function fromReaction(reaction: Reaction | null): ReactionColumns {
  return { reaction: reaction?.emoji ?? null, reacted_at: reaction?.at ?? null }
}
