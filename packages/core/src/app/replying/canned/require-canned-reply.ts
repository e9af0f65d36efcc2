import type { CannedReply } from '../../../domain/canned-reply/canned-reply.ts'
import { DomainError } from '../../../domain/errors.ts'
import type { Desk } from '../../../ports/unit-of-work.ts'

/** @throws DomainError `not-found` */
export async function requireCannedReply(desk: Pick<Desk, 'cannedReplies'>, id: string): Promise<CannedReply> {
  const reply = await desk.cannedReplies.find(id)
  if (reply === null) throw new DomainError('not-found', "This canned reply isn't here any more.")
  return reply
}
