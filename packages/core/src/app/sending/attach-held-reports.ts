import { applyReport } from '../../domain/delivery/report.ts'
import type { Message } from '../../domain/message/message.ts'
import type { StoredReport } from '../../domain/message/stored-report.ts'
import type { Desk } from '../../ports/unit-of-work.ts'
import type { Hearing } from './hearing.ts'
import { isForItsRecipient } from './is-for-its-recipient.ts'
import { optOutAtCarrier } from './opt-out-at-carrier.ts'

/**
 * Reports that came before their message was known are applied to it now. To be called whenever a message may be one that
 * reports wait for: before it leaves, and when its provider's id has become known. The message as it is then, saved.
 */
export async function attachHeldReports(desk: Desk, message: Message, hearing: Hearing): Promise<Message> {
  let current = message
  for (;;) {
    const found = await findFor(desk, current, hearing)
    if (found.length === 0) return current
    // One by our reference may bring the provider's id, and with that others.
    for (const report of found) current = await attach(desk, current, report, hearing)
  }
}

async function findFor(
  desk: Pick<Desk, 'contacts' | 'reports'>,
  message: Message,
  { provider }: Hearing,
): Promise<StoredReport[]> {
  const providerMessageId = message.delivery?.providerMessageId ?? null
  const found = await desk.reports.findHeld({ provider, reference: message.id, providerMessageId })
  const own: StoredReport[] = []
  for (const report of found) {
    if (await isForItsRecipient(desk, message, report.held?.recipient ?? null)) own.push(report)
  }
  return own
}

async function attach(desk: Desk, message: Message, report: StoredReport, hearing: Hearing): Promise<Message> {
  await desk.reports.attach(report.id, message.id)
  const heard = await applyReportTo(desk, message, report)
  if (report.held?.optsOut) await optOutAtCarrier(desk, heard, hearing)
  return heard
}

/** The message with what the report says of it, saved where that is news. */
export async function applyReportTo(
  desk: Pick<Desk, 'changes' | 'messages'>,
  message: Message,
  report: Pick<StoredReport, 'state' | 'reason' | 'providerMessageId'>,
): Promise<Message> {
  if (message.delivery === null) return message
  const delivery = applyReport(message.delivery, report)
  if (delivery === message.delivery) return message
  const heard = { ...message, delivery }
  await desk.messages.save(heard)
  desk.changes.record({ kind: 'ticket', ticketNumber: message.ticketNumber, what: 'delivery' })
  return heard
}
