import type { AttemptOutcome } from '@textdesk/core'
import type { FakeMode } from '../../test/support/fake-message-bird-answers.ts'
import type { ProxyMode } from '../../test/support/fault-proxy.ts'

/** What happens to a send, and what the desk must make of it. */
export interface Trouble {
  readonly name: string
  readonly outcome: AttemptOutcome
  readonly answer?: FakeMode
  readonly proxy?: ProxyMode
}

const answered = (outcome: AttemptOutcome, ...modes: FakeMode[]): Trouble[] =>
  modes.map((mode) => ({ name: mode, outcome, answer: mode }))

/** Known at once. */
export const QUICK_TROUBLES: readonly Trouble[] = [
  ...answered('accepted', 'accept', 'slow'),
  ...answered('rejected', 'not-allowed', 'no-recipient', 'bad-originator', 'not-found', 'bad-request', 'no-balance'),
  ...answered('rejected', 'forbidden-page'),
  ...answered('uncertain', 'server-error', 'server-error-after-accept', 'gateway-page', 'page', 'empty', 'garbage'),
  ...answered('uncertain', 'no-id', 'cut', 'reset-before-body', 'reset-after-body'),
  { name: 'reset inside the body', outcome: 'uncertain', proxy: { kind: 'reset-request', afterBytes: 10 } },
  { name: 'reset before the answer', outcome: 'uncertain', proxy: { kind: 'reset-response', afterBytes: 0 } },
  { name: 'reset inside the answer', outcome: 'uncertain', proxy: { kind: 'reset-response', afterBytes: 40 } },
  { name: 'drip, in time', outcome: 'accepted', proxy: { kind: 'drip', everyMs: 1 } },
]

/** Known when the 20 s of a send are over. */
export const SLOW_TROUBLES: readonly Trouble[] = [
  ...answered('uncertain', 'silent', 'drip'),
  { name: 'stall', outcome: 'uncertain', proxy: { kind: 'stall' } },
  { name: 'drip, too slow', outcome: 'uncertain', proxy: { kind: 'drip', everyMs: 1_000 } },
  { name: 'black hole', outcome: 'uncertain', proxy: { kind: 'black-hole' } },
  { name: 'half-open', outcome: 'uncertain', proxy: { kind: 'half-open' } },
]
