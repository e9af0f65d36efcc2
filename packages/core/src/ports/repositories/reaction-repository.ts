import type { ReactionText } from '../../domain/message/reaction.ts'
import type { ArrivedText, SameTexts } from './arrival-repository.ts'

/** Texts that became marks on messages, as they came. They go with the message that they are about. */
export interface ReactionRepository {
  add(text: ReactionText): Promise<void>
  /** Those about the message that came last, in no order. */
  list(messageId: string, limit: number): Promise<ReactionText[]>
  /** As `ArrivalRepository` finds messages, these are found: `messageId` is the id of the text. */
  findReceived(same: SameTexts, from: number, to: number): Promise<ArrivedText[]>
  findAwaiting(same: SameTexts, from: number, to: number): Promise<ArrivedText[]>
}
