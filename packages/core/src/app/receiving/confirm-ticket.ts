import { isAnswerable } from '../../domain/contact/address.ts'
import { renderConfirmation } from '../../text/confirmation.ts'
import { isOwnNumber } from '../shared/is-own-number.ts'
import { type AutomaticContext, queueAutomaticText } from './automatic-text.ts'

const HOUR = 3_600_000
const CONFIRMATIONS_PER_DAY = 5
const IDENTICAL_TEXTS_PER_HOUR = 3

/** Why a new ticket was not confirmed. */
export type WithheldReason =
  | 'unanswerable'
  | 'own-number'
  | 'opted-out'
  | 'too-many-confirmations'
  | 'identical-texts'
  | 'budget-spent'

/** Tells the customer the ticket's ID, once, unless that could harm: then the ticket says why not. */
export async function confirmTicket(context: AutomaticContext, body: string): Promise<void> {
  const { editor, inbox, ids, now } = context
  const withheld = await reasonToWithhold(context, body)
  if (withheld !== null) {
    await editor.addActivity({ id: ids.uuid(), at: now, what: 'confirmation-withheld', detail: withheld })
    return
  }
  const text = renderConfirmation(inbox.confirmationTemplate, editor.ticket.number)
  await queueAutomaticText(context, 'confirmation', text)
}

async function reasonToWithhold(context: AutomaticContext, body: string): Promise<WithheldReason | null> {
  const { desk, inbox, contact, now } = context
  if (!isAnswerable(contact.address) || inbox.number === null) return 'unanswerable'
  if (await isOwnNumber(desk, contact.address)) return 'own-number'
  if ((await desk.optOuts.find(inbox.id, contact.address)) !== null) return 'opted-out'
  if (!context.isNewContact) {
    const looping = await looksLikeLoop(context, body)
    if (looping !== null) return looping
  }
  const withinBudget = await desk.automaticTexts.spendBudget(inbox.id, now, inbox.automaticTextsPerHour)
  return withinBudget ? null : 'budget-spent'
}

/** An auto-responder answers our confirmation, and so on for ever: break the circle. The text itself is counted too. */
async function looksLikeLoop({ desk, contact, now }: AutomaticContext, body: string): Promise<WithheldReason | null> {
  const confirmations = await desk.automaticTexts.countConfirmations(contact.id, now - 24 * HOUR)
  if (confirmations >= CONFIRMATIONS_PER_DAY) return 'too-many-confirmations'
  const identical = await desk.automaticTexts.countIdenticalTexts(contact.id, body, now - HOUR)
  return identical > IDENTICAL_TEXTS_PER_HOUR ? 'identical-texts' : null
}
