import { readReaction } from '../../domain/reaction/read-reaction.ts'
import type { ArrivedText, SameTexts } from '../../ports/repositories/arrival-repository.ts'
import type { Desk } from '../../ports/unit-of-work.ts'

type Reader = Pick<Desk, 'arrivals' | 'reactions'>

/** Texts that were received from `from` to `to`, both included, oldest first: messages, and what became a mark on one. */
export async function findReceived(desk: Reader, same: SameTexts, from: number, to: number): Promise<ArrivedText[]> {
  const messages = await desk.arrivals.findReceived(same, from, to)
  if (readReaction(same.body) === null) return messages
  return [...messages, ...(await desk.reactions.findReceived(same, from, to))].sort((a, b) => a.at - b.at)
}

/** Listed texts from `from` to `to`, both included, whose webhook may still come. */
export async function findAwaiting(desk: Reader, same: SameTexts, from: number, to: number): Promise<ArrivedText[]> {
  const messages = await desk.arrivals.findAwaiting(same, from, to)
  if (readReaction(same.body) === null) return messages
  return [...messages, ...(await desk.reactions.findAwaiting(same, from, to))]
}
