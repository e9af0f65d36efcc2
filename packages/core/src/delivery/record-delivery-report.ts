import { cancelUnsent } from '../contact/cancel-unsent.ts'
import type { Provider } from '../inbox/inbox.ts'
import type { Message } from '../message/message.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Desk, UnitOfWork } from '../ports/unit-of-work.ts'
import type { DeliveryState } from '../text/delivery-order.ts'
import type { FailureReason } from '../text/failure-reason.ts'
import { requireTicket } from '../ticket/require-ticket.ts'
import { TicketEditor } from '../ticket/ticket-editor.ts'
import { applyReport } from './report.ts'

export interface ReceivedReport {
  readonly provider: Provider
  /** Our message id, as we gave it to the provider. */
  readonly reference: string | null
  readonly providerMessageId: string | null
  readonly state: DeliveryState
  /** The provider's own word for the state. */
  readonly status: string
  readonly reason: FailureReason | null
  readonly optedOutAtCarrier: boolean
  /** Its signature was checked: only such a report may opt a customer out. */
  readonly verified: boolean
  readonly raw: string
  readonly signature: { readonly jti: string; readonly expiresAt: number } | null
}

/** The provider says where a text got to. Reports come twice, late and out of order; each is kept. */
export class RecordDeliveryReport {
  readonly #deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }

  constructor(deps: { unitOfWork: UnitOfWork; clock: Clock; ids: Ids }) {
    this.#deps = deps
  }

  execute(report: ReceivedReport): Promise<{ matched: boolean }> {
    return this.#deps.unitOfWork.run((desk) => this.#record(desk, report))
  }

  async #record(desk: Desk, report: ReceivedReport): Promise<{ matched: boolean }> {
    const { signature } = report
    if (signature && !(await desk.receipts.claimSignature(signature.jti, signature.expiresAt)))
      return { matched: false }
    const message = await findMessage(desk, report)
    await this.#keep(desk, report, message?.id ?? null)
    if (!message?.delivery) return { matched: false }
    const delivery = applyReport(message.delivery, report)
    if (delivery !== message.delivery) {
      await desk.messages.save({ ...message, delivery })
      desk.changes.record({ kind: 'ticket', ticketNumber: message.ticketNumber, what: 'delivery' })
    }
    if (report.optedOutAtCarrier && report.verified) await this.#optOut(desk, message)
    return { matched: true }
  }

  async #keep(desk: Desk, report: ReceivedReport, messageId: string | null): Promise<void> {
    const { reference, providerMessageId, status } = report
    // One that belongs to no message may speak of a customer who was erased.
    const raw = messageId === null ? '{}' : report.raw
    const at = this.#deps.clock.now()
    await desk.reports.add({ id: this.#deps.ids.uuid(), at, messageId, reference, providerMessageId, status, raw })
  }

  async #optOut(desk: Desk, message: Message): Promise<void> {
    const now = this.#deps.clock.now()
    const { inboxId, contactId } = message
    const contact = await desk.contacts.find(contactId)
    if (contact === null) return
    if (!(await desk.optOuts.add(inboxId, contact.address, { at: now, source: 'carrier' }))) return
    await cancelUnsent(desk, { inboxId, contactId, reason: 'opted-out' })
    const editor = new TicketEditor(desk, await requireTicket(desk, message.ticketNumber))
    await editor.addActivity({ id: this.#deps.ids.uuid(), at: now, what: 'opted-out', detail: 'carrier' })
    await editor.save('contact')
  }
}

/** Only a message that left through the reporting provider: nobody else can know of it. */
async function findMessage(desk: Desk, report: ReceivedReport): Promise<Message | null> {
  const message =
    (report.reference === null ? null : await desk.messages.find(report.reference)) ??
    (report.providerMessageId === null ? null : await desk.outbox.findByProviderMessageId(report.providerMessageId))
  if (message === null) return null
  const inbox = await desk.inboxes.find(message.inboxId)
  return inbox?.provider === report.provider ? message : null
}
