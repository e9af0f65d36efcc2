import { replyAddress } from '../../domain/contact/contact.ts'
import type { AttemptEnd } from '../../domain/delivery/attempt.ts'
import { beginDispatch, cancel } from '../../domain/delivery/delivery.ts'
import { applyOutcome, pauseMs } from '../../domain/delivery/outcome.ts'
import { OutcomeUnrecorded } from '../../domain/delivery/outcome-unrecorded.ts'
import type { OutgoingText } from '../../domain/delivery/outgoing-text.ts'
import type { SendOutcome } from '../../domain/delivery/send-outcome.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Inbox, Provider } from '../../domain/inbox/inbox.ts'
import type { Message } from '../../domain/message/message.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { SmsGateway } from '../../ports/providers/sms-gateway.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { attachHeldReports } from './attach-held-reports.ts'
import type { Hearing } from './hearing.ts'
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

  /** @throws OutcomeUnrecorded when it was sent and only the storage failed. */
  async execute(claimed: ClaimedMessage): Promise<void> {
    const { unitOfWork, clock, ids } = this.#deps
    const begun = { now: clock.now(), ids }
    const departure = await unitOfWork.run((desk) => depart(desk, claimed, begun))
    if (departure === null) return
    const { provider } = departure
    const outcome = await this.#send(departure)
    const jitter = ids.jitter()
    const ended = { provider, outcome, jitter, now: clock.now(), ids }
    const recordOutcome = () => unitOfWork.run((desk) => record(desk, claimed, ended))
    await recordOutcome().catch((error: unknown) => {
      const isStorageFault = error instanceof DomainError && error.code === 'storage-unavailable'
      throw isStorageFault ? new OutcomeUnrecorded(recordOutcome, error) : error
    })
  }

  #send({ provider, text }: Departure): Promise<SendOutcome> {
    const gateway = this.#deps.gateways[provider]
    if (gateway) return gateway.send(text)
    // The desk runs without this inbox's provider for now. A text that waits too long for it gives up and is shown.
    return Promise.resolve({ kind: 'retry-later', reason: 'no-provider', retryAfterMs: null, pausesNumber: false })
  }
}

/** The last check, in the transaction that lets it go. Null when it must not leave. */
async function depart(
  desk: Desk,
  { messageId, token }: ClaimedMessage,
  begun: Omit<Hearing, 'provider'>,
): Promise<Departure | null> {
  const found = await desk.messages.find(messageId)
  if (!found?.delivery || beginDispatch(found.delivery, token) === null) return null
  const [inbox, contact] = [await desk.inboxes.find(found.inboxId), await desk.contacts.find(found.contactId)]
  if (inbox === null || contact === null) return null
  // A report may know that it was sent before: by a desk that this one is a restored copy of.
  const message = await attachHeldReports(desk, found, { provider: inbox.provider, ...begun })
  const dispatching = message.delivery && beginDispatch(message.delivery, token)
  if (!message.delivery || dispatching === null) return null
  const reason = await reasonNotToSend(desk, { message, inbox, contact })
  if (reason !== null || inbox.number === null) {
    const delivery = cancel(message.delivery, reason ?? 'unanswerable')
    if (delivery) await saveDelivery(desk, { ...message, delivery })
    return null
  }
  await saveDelivery(desk, { ...message, delivery: dispatching })
  await desk.attempts.begin(message.id, begun.now)
  const text = { id: message.id, from: inbox.number, to: replyAddress(contact).value, body: message.body }
  return { provider: inbox.provider, text }
}

async function record(
  desk: Desk,
  { messageId, token }: ClaimedMessage,
  ended: Hearing & { outcome: SendOutcome; jitter: number },
): Promise<void> {
  const { outcome, now, jitter } = ended
  const message = await desk.messages.find(messageId)
  if (!message?.delivery) return
  const delivery = applyOutcome(message.delivery, token, outcome, now, jitter)
  const recorded = { ...message, delivery }
  if (delivery !== message.delivery) await saveDelivery(desk, recorded)
  await desk.attempts.end(message.id, now, endOf(outcome))
  if (outcome.kind === 'accepted') await attachHeldReports(desk, recorded, ended)
  if (outcome.kind === 'retry-later' && outcome.pausesNumber) {
    const inbox = await desk.inboxes.find(message.inboxId)
    if (inbox !== null) await pause(desk, inbox, now + pauseMs(outcome))
  }
}

function endOf(outcome: SendOutcome): AttemptEnd {
  switch (outcome.kind) {
    case 'accepted':
      return { outcome: 'accepted', reason: null, detail: null }
    case 'rejected':
      return { outcome: 'rejected', reason: outcome.reason, detail: outcome.detail }
    case 'retry-later':
      return { outcome: 'later', reason: null, detail: outcome.reason }
    case 'uncertain':
      return { outcome: 'uncertain', reason: null, detail: outcome.reason }
  }
}

/** A number is told to slow down, not a text: everything of this inbox waits. */
async function pause(desk: Pick<Desk, 'inboxes'>, inbox: Inbox, until: number): Promise<void> {
  if (until <= (inbox.pausedUntil ?? 0)) return
  await desk.inboxes.save({ ...inbox, pausedUntil: until })
}

async function saveDelivery(desk: Pick<Desk, 'changes' | 'messages'>, message: Message): Promise<void> {
  await desk.messages.save(message)
  desk.changes.record({ kind: 'ticket', ticketNumber: message.ticketNumber, what: 'delivery' })
}
