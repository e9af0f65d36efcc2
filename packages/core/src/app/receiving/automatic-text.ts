import type { Contact } from '../../domain/contact/contact.ts'
import { heldDelivery } from '../../domain/delivery/delivery.ts'
import type { Inbox } from '../../domain/inbox/inbox.ts'
import type { AutomaticPurpose } from '../../domain/message/message.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import { measure } from '../../text/segments.ts'
import type { TicketEditor } from '../shared/ticket-editor.ts'

/** What is at hand while the desk decides whether to answer a text by itself. */
export interface AutomaticContext {
  readonly desk: Desk
  readonly editor: TicketEditor
  readonly inbox: Inbox
  readonly contact: Contact
  readonly isNewContact: boolean
  readonly now: number
  readonly ids: Ids
}

export async function queueAutomaticText(
  context: AutomaticContext,
  purpose: AutomaticPurpose,
  body: string,
): Promise<void> {
  const { editor, ids, now } = context
  await editor.addMessage({
    id: ids.uuid(),
    at: now,
    direction: 'out',
    kind: 'auto',
    purpose,
    body,
    delivery: heldDelivery(measure(body).segments, now, 0),
  })
}
