import { DomainError } from '../../domain/errors.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Shredder } from '../../ports/repositories/erasure.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { cancelUnsent } from '../shared/cancel-unsent.ts'
import { requireOwner } from '../shared/require-owner.ts'
import { requireContact } from './require-contact.ts'

/** Messages in one unit of work: taking one out of the search index for good costs milliseconds, and texts wait. */
const MAX_AT_ONCE = 5

interface ErasureRequest {
  readonly contactId: string
  readonly agentId: string
}

/**
 * A customer wants to be forgotten. Everything of theirs goes for good; only the opt-out stays, as a keyed hash, so that
 * whoever said STOP never hears from the desk again.
 */
export class EraseContact {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; shredder: Shredder }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; shredder: Shredder }) {
    this.#deps = deps
  }

  /** Stopped half-way, it can be asked for again. @throws DomainError `not-allowed`, `not-found`, `texts-leaving` */
  async execute(request: ErasureRequest): Promise<void> {
    const { unitOfWork, shredder } = this.#deps
    const now = this.#deps.clock.now()
    await unitOfWork.run((desk) => silence(desk, request, now))
    while (!(await unitOfWork.run((desk) => eraseNext(desk, request, now)))) {}
    await shredder.shred()
  }
}

/** From here on nothing is sent to them: what is erased cannot be cancelled. */
async function silence(desk: Desk, { contactId, agentId }: ErasureRequest, now: number): Promise<void> {
  await requireOwner(desk, agentId)
  const contact = await requireContact(desk, contactId)
  if (await desk.erasure.isTextLeaving(contactId)) {
    throw new DomainError('texts-leaving', 'A text to this customer is leaving right now. Try again in a minute.')
  }
  await desk.contacts.save({ ...contact, blockedAt: contact.blockedAt ?? now })
  for (const inbox of await desk.inboxes.list()) {
    await cancelUnsent(desk, { inboxId: inbox.id, contactId, reason: 'blocked' })
  }
}

/** True once nothing is left. */
async function eraseNext(
  desk: Pick<Desk, 'audit' | 'changes' | 'erasure'>,
  { contactId, agentId }: ErasureRequest,
  now: number,
): Promise<boolean> {
  if ((await desk.erasure.eraseMessages(contactId, MAX_AT_ONCE)) === MAX_AT_ONCE) return false
  for (const ticketNumber of await desk.erasure.eraseContact(contactId)) {
    desk.changes.record({ kind: 'ticket', ticketNumber, what: 'state' })
  }
  await desk.audit.append({ at: now, actorId: agentId, what: 'contact.erased', subjectId: contactId })
  return true
}
