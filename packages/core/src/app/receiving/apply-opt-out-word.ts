import type { OptOutIntent } from '../../domain/consent/opt-out-words.ts'
import { isAnswerable } from '../../domain/contact/address.ts'
import { consentText } from '../../domain/inbox/consent-text.ts'
import type { AutomaticPurpose } from '../../domain/message/message.ts'
import { cancelUnsent } from '../shared/cancel-unsent.ts'
import { isOwnNumber } from '../shared/is-own-number.ts'
import { waitingSinceOf } from '../shared/waiting-since.ts'
import { type AutomaticContext, queueAutomaticText } from './automatic-text.ts'

const PURPOSES: Readonly<Record<OptOutIntent, AutomaticPurpose>> = { out: 'opt-out', in: 'opt-in', help: 'help' }

/** Keeps STOP, START and HELP: the ledger first, then the one answer that the law wants. */
export async function applyOptOutWord(context: AutomaticContext, intent: OptOutIntent): Promise<void> {
  const isNews = await enterInLedger(context, intent)
  if (!isNews || !(await mayAnswer(context))) return
  await queueAutomaticText(context, PURPOSES[intent], consentText(context.inbox, intent))
}

/** False when it changes nothing: a second STOP, or HELP from somebody who wants no texts. */
async function enterInLedger(context: AutomaticContext, intent: OptOutIntent): Promise<boolean> {
  const { desk, editor, inbox, contact, now, ids } = context
  switch (intent) {
    case 'out':
      editor.change((ticket) => ({ ...ticket, waitingSince: null, stopAskedAt: null }))
      if (!(await desk.optOuts.add(inbox.id, contact.address, { at: now, source: 'text' }))) return false
      await cancelUnsent(desk, { inboxId: inbox.id, contactId: contact.id, reason: 'opted-out' })
      await editor.addActivity({ id: ids.uuid(), at: now, what: 'opted-out', detail: 'text' })
      return true
    case 'in':
      await desk.optOuts.remove(inbox.id, contact.address)
      await waitAgain(context)
      await editor.addActivity({ id: ids.uuid(), at: now, what: 'opted-in', detail: 'text' })
      return true
    case 'help':
      return (await desk.optOuts.find(inbox.id, contact.address)) === null
  }
}

/** Who comes back is answered what they wrote meanwhile. */
async function waitAgain({ desk, editor }: AutomaticContext): Promise<void> {
  const waitingSince = await waitingSinceOf(desk, editor.ticket)
  editor.change((ticket) => ({ ...ticket, waitingSince }))
}

async function mayAnswer({ desk, inbox, contact, now }: AutomaticContext): Promise<boolean> {
  if (!inbox.answersKeywords || inbox.number === null) return false
  if (!isAnswerable(contact.address) || contact.blockedAt !== null) return false
  if (await isOwnNumber(desk, contact.address)) return false
  return desk.automaticTexts.spendBudget(inbox.id, now, inbox.automaticTextsPerHour)
}
