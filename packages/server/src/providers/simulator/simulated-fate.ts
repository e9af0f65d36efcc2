import type { FailureReason, SendOutcome } from '@textdesk/core'

/** What becomes of a text to a simulated phone: the answer to sending it, then the reports that follow. */
export interface Fate {
  readonly outcome: Exclude<SendOutcome, { kind: 'accepted' }> | null
  /** Fields of each status report, in order. */
  readonly reports: readonly Readonly<Record<string, string>>[]
}

const SENT = { status: 'sent' }
const ARRIVES: Fate = { outcome: null, reports: [SENT, { status: 'delivered' }] }

/** Numbers that end in these digits play a fault, so that it can be seen before it happens to a customer. */
const FATES: Readonly<Record<string, Fate>> = {
  '0199': fails('unknown subscriber', '1'),
  '0198': fails('absent subscriber', '27'),
  '0197': refused('no-balance', 'not enough balance'),
  '0196': { outcome: { kind: 'uncertain', reason: 'The simulated network never answered.' }, reports: [] },
  '0195': { outcome: null, reports: [{ status: 'buffered' }, { status: 'expired' }] },
  '0194': { outcome: null, reports: [SENT] },
}

/** `to` in E.164. */
export function fateOf(to: string): Fate {
  return FATES[to.slice(-4)] ?? ARRIVES
}

function fails(statusReason: string, statusErrorCode: string): Fate {
  return { outcome: null, reports: [SENT, { status: 'delivery_failed', statusReason, statusErrorCode }] }
}

function refused(reason: FailureReason, detail: string): Fate {
  return { outcome: { kind: 'rejected', reason, detail }, reports: [] }
}
