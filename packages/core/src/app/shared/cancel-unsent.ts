import { cancel } from '../../domain/delivery/delivery.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import type { FailureReason } from '../../text/failure-reason.ts'

/** Takes everything that still waits to leave for this contact out of the queue. */
export async function cancelUnsent(
  desk: Pick<Desk, 'messages'>,
  what: { inboxId: string; contactId: string; reason: FailureReason },
): Promise<void> {
  for (const message of await desk.messages.history.unsent(what.inboxId, what.contactId)) {
    const delivery = message.delivery && cancel(message.delivery, what.reason)
    if (delivery) await desk.messages.save({ ...message, delivery })
  }
}
