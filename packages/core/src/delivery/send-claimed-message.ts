import type { Inbox, Provider } from '../inbox/inbox.ts'
import type { Message } from '../message/message.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { OutgoingText, SendOutcome, SmsGateway } from '../ports/sms-gateway.ts'
import type { Desk, UnitOfWork } from '../ports/unit-of-work.ts'
import { beginDispatch, cancel } from './delivery.ts'
import { applyOutcome, pauseMs } from './outcome.ts'
import { reasonNotToSend } from './reason-not-to-send.ts'

export interface SendClaimedMessageDeps {
  readonly unitOfWork: UnitOfWork
  readonly gateways: Readonly<Partial<Record<Provider, SmsGateway>>>
  readonly clock: Clock
  readonly ids: Ids
}

interface ClaimedMessage {
  readonly messageId: string
  readonly token: string
}

/** A message on its way out, with all that its gateway needs. */
interface Departure {
  readonly provider: Provider
  readonly text: OutgoingText
}

/**
 * Sends one claimed message. "Dispatching" is committed before the first byte leaves, so that a crash leaves a trace:
 * such a message becomes uncertain, and no machine sends it again.
 */
export class SendClaimedMessage {
  readonly #deps: SendClaimedMessageDeps

  constructor(deps: SendClaimedMessageDeps) {
    this.#deps = deps
  }

  async execute(claimed: ClaimedMessage): Promise<void> {
    const departure = await this.#deps.unitOfWork.run((desk) => depart(desk, claimed))
    if (departure === null) return
    const outcome = await this.#send(departure)
    const jitter = this.#deps.ids.jitter()
    const now = this.#deps.clock.now()
    await this.#deps.unitOfWork.run((desk) => record(desk, claimed, { outcome, now, jitter }))
  }

  #send({ provider, text }: Departure): Promise<SendOutcome> {
    const gateway = this.#deps.gateways[provider]
    if (gateway) return gateway.send(text)
    // The desk runs without this inbox's provider for now. A text that waits too long for it gives up and is shown.
    return Promise.resolve({ kind: 'retry-later', reason: 'no-provider', retryAfterMs: null, pausesNumber: false })
  }
}

/** The last check, in the transaction that lets it go. Null when it must not leave. */
async function depart(desk: Desk, { messageId, token }: ClaimedMessage): Promise<Departure | null> {
  const message = await desk.messages.find(messageId)
  if (!message?.delivery) return null
  const dispatching = beginDispatch(message.delivery, token)
  if (dispatching === null) return null
  const [inbox, contact] = [await desk.inboxes.find(message.inboxId), await desk.contacts.find(message.contactId)]
  if (inbox === null || contact === null) return null
  const reason = await reasonNotToSend(desk, { message, inbox, contact })
  if (reason !== null || inbox.number === null) {
    const delivery = cancel(message.delivery, reason ?? 'unanswerable')
    if (delivery) await saveDelivery(desk, { ...message, delivery })
    return null
  }
  await saveDelivery(desk, { ...message, delivery: dispatching })
  const text = { id: message.id, from: inbox.number, to: contact.address.value, body: message.body }
  return { provider: inbox.provider, text }
}

async function record(
  desk: Desk,
  { messageId, token }: ClaimedMessage,
  { outcome, now, jitter }: { outcome: SendOutcome; now: number; jitter: number },
): Promise<void> {
  const message = await desk.messages.find(messageId)
  if (!message?.delivery) return
  const delivery = applyOutcome(message.delivery, token, outcome, now, jitter)
  if (delivery !== message.delivery) await saveDelivery(desk, { ...message, delivery })
  if (outcome.kind === 'retry-later' && outcome.pausesNumber) {
    const inbox = await desk.inboxes.find(message.inboxId)
    if (inbox !== null) await pause(desk, inbox, now + pauseMs(outcome))
  }
}

/** A number is told to slow down, not a text: everything of this inbox waits. */
async function pause(desk: Desk, inbox: Inbox, until: number): Promise<void> {
  if (until <= (inbox.pausedUntil ?? 0)) return
  await desk.inboxes.save({ ...inbox, pausedUntil: until })
}

async function saveDelivery(desk: Desk, message: Message): Promise<void> {
  await desk.messages.save(message)
  desk.changes.record({ kind: 'ticket', ticketNumber: message.ticketNumber, what: 'delivery' })
}
