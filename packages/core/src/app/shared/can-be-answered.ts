import type { Contact } from '../../domain/contact/contact.ts'
import type { Inbox } from '../../domain/inbox/inbox.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import { obstacleBetween } from './obstacle-between.ts'

/** Whether a person's reply could reach this contact through this inbox. Who cannot be answered, waits for nobody. */
export async function canBeAnswered(desk: Pick<Desk, 'optOuts'>, inbox: Inbox, contact: Contact): Promise<boolean> {
  return (await obstacleBetween(desk, inbox, contact)) === null
}
