import { isPractice } from '../../domain/inbox/inbox.ts'
import type { Message } from '../../domain/message/message.ts'
import type { ReceivedReport } from '../../domain/message/received-report.ts'
import type { StoredReport } from '../../domain/message/stored-report.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { Desk, UnitOfWork } from '../../ports/unit-of-work.ts'
import { applyReportTo, attachHeldReports } from './attach-held-reports.ts'
import { contactAt, isForItsRecipient } from './is-for-its-recipient.ts'
import { optOutAtCarrier } from './opt-out-at-carrier.ts'

const NOTHING = '{}'

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
    const { signature, provider } = report
    if (signature && !(await desk.receipts.claimSignature(signature.jti, signature.expiresAt)))
      return { matched: false }
    const message = await findMessage(desk, report)
    if (!message?.delivery) {
      await this.#keepUnmatched(desk, report)
      return { matched: false }
    }
    if (!(await isForItsRecipient(desk, message, report.recipient))) {
      await this.#keepWithoutFields(desk, report)
      return { matched: false }
    }
    await desk.reports.add(this.#stored(report, { messageId: message.id }))
    const heard = await applyReportTo(desk, message, report)
    const hearing = { provider, now: this.#deps.clock.now(), ids: this.#deps.ids }
    if (report.optedOutAtCarrier && report.verified) await optOutAtCarrier(desk, heard, hearing)
    if (heard.delivery?.providerMessageId !== message.delivery.providerMessageId) {
      await attachHeldReports(desk, heard, hearing)
    }
    return { matched: true }
  }

  /** Its message may only become known later. One for a number that is no contact's never will. */
  async #keepUnmatched(desk: Pick<Desk, 'contacts' | 'reports'>, report: ReceivedReport): Promise<void> {
    const { provider, recipient, verified } = report
    const isVouchedFor = verified || isPractice(report)
    if (!isVouchedFor || (recipient !== null && !(await contactAt(desk, recipient)))) {
      await this.#keepWithoutFields(desk, report)
      return
    }
    const held = { provider, recipient, optsOut: report.optedOutAtCarrier && verified }
    await desk.reports.add(this.#stored(report, { held }))
  }

  /** The number of somebody who is no contact is not stored: it may have been erased. */
  #keepWithoutFields(desk: Pick<Desk, 'reports'>, report: ReceivedReport): Promise<void> {
    return desk.reports.add(this.#stored(report, { raw: NOTHING, detail: null }))
  }

  #stored(report: ReceivedReport, more: Partial<StoredReport>): StoredReport {
    const { reference, providerMessageId, state, status, reason, detail, raw } = report
    const [id, at] = [this.#deps.ids.uuid(), this.#deps.clock.now()]
    const said = { reference, providerMessageId, state, status, reason, detail, raw }
    return { id, at, messageId: null, held: null, ...said, ...more }
  }
}

/** Only a message that left through the reporting provider: nobody else can know of it. */
async function findMessage(
  desk: Pick<Desk, 'inboxes' | 'messages' | 'outbox'>,
  report: ReceivedReport,
): Promise<Message | null> {
  const message =
    (report.reference === null ? null : await desk.messages.find(report.reference)) ??
    (report.providerMessageId === null ? null : await desk.outbox.findByProviderMessageId(report.providerMessageId))
  if (message === null) return null
  const inbox = await desk.inboxes.find(message.inboxId)
  return inbox?.provider === report.provider ? message : null
}
