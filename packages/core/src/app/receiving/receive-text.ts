import type { Contact } from '../../domain/contact/contact.ts'
import type { Inbox } from '../../domain/inbox/inbox.ts'
import type { Arrival } from '../../domain/message/arrival.ts'
import type { ReceivedText } from '../../domain/message/received-text.ts'
import { awaitingAnswer } from '../../domain/ticket/awaiting-answer.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { canBeAnswered } from '../shared/can-be-answered.ts'
import { ensureSender } from '../shared/ensure-contact.ts'
import { TicketEditor } from '../shared/ticket-editor.ts'
import { applyOptOutWord } from './apply-opt-out-word.ts'
import { confirmTicket } from './confirm-ticket.ts'
import { inboxForText } from './inbox-for-text.ts'
import { readIntent } from './read-intent.ts'
import { type Recognised, recogniseText } from './recognise-text.ts'
import { takeReaction } from './take-reaction.ts'
import { type IncomingText, threadText } from './thread-text.ts'

export type ReceiveTextResult =
  | {
      readonly kind: 'stored'
      readonly inboxId: string
      readonly ticketNumber: number
      readonly messageId: string
      readonly newTicket: boolean
    }
  /** It became a mark on this message of ours. */
  | { readonly kind: 'marked'; readonly inboxId: string; readonly ticketNumber: number; readonly messageId: string }
  | { readonly kind: 'duplicate' }

/** A text came in: it becomes a message of the sender's open ticket, or of a new one, exactly once. */
export class ReceiveText {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  execute(text: ReceivedText): Promise<ReceiveTextResult> {
    return this.#deps.unitOfWork.run((desk) => this.#receive(desk, text))
  }

  async #receive(desk: Desk, text: ReceivedText): Promise<ReceiveTextResult> {
    const { ids } = this.#deps
    const now = this.#deps.clock.now()
    if (text.signature && !(await desk.receipts.claimSignature(text.signature.jti, text.signature.expiresAt))) {
      return { kind: 'duplicate' }
    }
    const inbox = await inboxForText(desk, text, { now, ids })
    const isNewKey = text.receiptKey === null || (await desk.receipts.claimText(inbox.id, text.receiptKey))
    const known = await recogniseText(desk, inbox, text, { isNewKey, now })
    if (known !== null) {
      await keepRecognised(desk, known)
      return { kind: 'duplicate' }
    }
    const { contact, isNew: isNewContact } = await ensureSender(desk, text.from, { now, ids })
    const intent = await readIntent(desk, inbox, contact, text.body)
    if (intent === null && !isNewContact) {
      const marked = await keepAsMark(desk, text, { inbox, contact, now, ids })
      if (marked !== null) return marked
    }
    const opensNothing = intent !== null ? 'keyword' : contact.blockedAt !== null ? 'blocked' : null
    const place: IncomingText = { inbox, contact, opensNothing, body: text.body, isNewContact, now }
    const thread = await threadText(desk, place)
    const editor = new TicketEditor(desk, thread.ticket)
    if (thread.reopened) await editor.addActivity({ id: ids.uuid(), at: now, what: 'reopened-by-text' })
    if (thread.woken) await editor.addActivity({ id: ids.uuid(), at: now, what: 'woken', detail: 'text' })
    const why = { keyword: intent, placement: thread.placement, arrival: arrivalOf(text) }
    const { body } = text
    const message = await editor.addMessage({ id: ids.uuid(), at: now, direction: 'in', kind: 'sms', body, ...why })
    await noteFetched(desk, text, inbox.id, message.id)
    const since = thread.thanks === null ? now : thread.thanks.since
    if (opensNothing === null && since !== null && (await canBeAnswered(desk, inbox, contact)))
      editor.change((ticket) => awaitingAnswer(ticket, body, since))

    const automatic = { desk, editor, inbox, contact, isNewContact, now, ids }
    if (intent !== null) await applyOptOutWord(automatic, intent)
    else if (thread.unconfirmed) await confirmTicket(automatic, text.body)
    await editor.save('text')
    const stored = { ticketNumber: thread.ticket.number, messageId: message.id, newTicket: thread.isNew }
    return { kind: 'stored', inboxId: inbox.id, ...stored }
  }
}

async function keepRecognised(
  { arrivals }: Pick<Desk, 'arrivals'>,
  { listed, lateWebhookFor }: Recognised,
): Promise<void> {
  if (listed !== undefined) await arrivals.noteListed(listed)
  if (lateWebhookFor !== undefined) await arrivals.noteLateWebhook(lateWebhookFor)
}

/** Null for a text that is a message of its own. */
async function keepAsMark(
  desk: Pick<Desk, 'arrivals' | 'changes' | 'messages' | 'reactions'>,
  received: ReceivedText,
  from: { inbox: Inbox; contact: Contact; now: number; ids: Ids },
): Promise<ReceiveTextResult | null> {
  const marked = await takeReaction(desk, { ...from, body: received.body, arrival: arrivalOf(received) })
  if (marked === null) return null
  const { text, message } = marked
  await noteFetched(desk, received, text.inboxId, text.id)
  return { kind: 'marked', inboxId: text.inboxId, ticketNumber: message.ticketNumber, messageId: message.id }
}

async function noteFetched(
  desk: Pick<Desk, 'arrivals'>,
  { fetched }: ReceivedText,
  inboxId: string,
  messageId: string,
): Promise<void> {
  if (!fetched) return
  const { providerId, at } = fetched
  await desk.arrivals.noteListed({ inboxId, providerId, at, messageId, webhookCame: false })
}

function arrivalOf({ told, fetched }: ReceivedText): Arrival {
  if (fetched) return { by: 'fetched', sentAt: fetched.at, providerId: fetched.providerId }
  return { by: 'webhook', sentAt: told?.sentAt ?? null, providerId: told?.providerId ?? null }
}
