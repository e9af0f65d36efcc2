export const FAILURE_REASONS = [
  'unknown-subscriber',
  'unavailable-subscriber',
  'network-error',
  'capacity-limit',
  'carrier-rejected',
  'opted-out-at-carrier',
  'invalid-recipient',
  'not-allowed',
  'no-balance',
  'rejected',
  'gave-up',
  'desk-fault',
  'opted-out',
  'blocked',
  'unanswerable',
  'undone',
] as const

export type FailureReason = (typeof FAILURE_REASONS)[number]

const EXPLANATIONS: Readonly<Record<FailureReason, string>> = {
  'unknown-subscriber': "Not delivered: this number doesn't exist. Check it with the customer.",
  'unavailable-subscriber': 'Not delivered: the phone was off or out of reach. Send it again later.',
  'network-error': 'Not delivered: the phone network had a fault. Send it again.',
  'capacity-limit': 'Not delivered: the phone network was too busy. Send it again in a few minutes.',
  'carrier-rejected':
    "Not delivered: the customer's carrier refused it. Word it differently, or reach them another way.",
  'opted-out-at-carrier':
    'Not delivered: this customer opted out at their carrier. Replies are off until they text START.',
  'invalid-recipient': "Not sent: this number can't receive texts. Check it with the customer.",
  'not-allowed': "Not sent: the account isn't allowed to text this number. Your owner can check its settings.",
  'no-balance': 'Not sent: the account is out of credit. Your owner can top it up.',
  rejected: 'Not sent: the SMS provider refused it. Word it differently, or tell your owner.',
  'gave-up': "Not sent: the SMS provider couldn't take it for 4 hours. Send it again.",
  'desk-fault': 'Not sent: the desk failed five times to hand it over. Send it again, or tell your owner.',
  'opted-out': 'Not sent: this customer opted out. Replies are off until they text START.',
  blocked: 'Not sent: this customer is blocked. Unblock them to reply.',
  unanswerable: "Not sent: the sender isn't a phone number, so it can't be answered.",
  undone: 'Not sent: it was undone in time. Write it again if it should go out.',
}

/** Why a text did not arrive and what to do about it, in an agent's words. */
export function explainFailure(reason: FailureReason): string {
  return EXPLANATIONS[reason]
}

export function isFailureReason(reason: string | null): reason is FailureReason {
  return reason !== null && Object.hasOwn(EXPLANATIONS, reason)
}
