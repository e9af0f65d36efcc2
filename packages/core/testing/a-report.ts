import type { StoredReport } from '../src/domain/message/stored-report.ts'
import { START } from './fakes/fixed-clock.ts'
import { SequentialIds } from './fakes/sequential-ids.ts'

const ids = new SequentialIds('018f1111')

/** A report that a text of ours was delivered. */
export function aReport(overrides: Partial<StoredReport> = {}): StoredReport {
  const ofNothing = {
    messageId: null,
    reference: null,
    providerMessageId: null,
    reason: null,
    detail: null,
    held: null,
  }
  return { id: ids.uuid(), at: START, ...ofNothing, state: 'delivered', status: 'delivered', raw: '{}', ...overrides }
}
