import { DomainError } from '../../domain/errors.ts'
import type { SignInFailureRepository, SignInFailures } from '../../ports/repositories/sign-in-failure-repository.ts'
import type { VisitedPlaces } from './known-places.ts'

const MAX_DELAY_MS = 60_000
/** Failures are forgotten so long after the last one. */
export const FAILURES_KEPT_MS = 3_600_000
/** Failures that cost nothing. An office shares one network address, so that it gets more of them than an account. */
const FREE_FAILURES = { account: 2, address: 9 } as const

/** What an attempt waits for and adds to: one key in the storage. */
export interface FailureCount {
  readonly key: string
  readonly free: number
}

export interface SignInAttempt {
  /** The e-mail, normalised; whether the desk has it or not. */
  readonly account: string
  readonly networkAddress: string
  readonly places: VisitedPlaces
  /** The account's agent has signed in on this device before. */
  readonly isDeviceKnown: boolean
  readonly isAddressKnown: boolean
}

/**
 * Which counts an attempt is held against. Where the account's own agent is known to sit, guesses made elsewhere do not
 * count: otherwise anybody could keep anybody out, by one wrong guess as soon as each wait is over.
 */
export function failureCountsOf(attempt: SignInAttempt): readonly FailureCount[] {
  const { account, networkAddress, places, isDeviceKnown, isAddressKnown } = attempt
  if (isDeviceKnown) return [{ key: `device:${places.device} ${account}`, free: FREE_FAILURES.account }]
  const ofAccount = isAddressKnown ? `account:${account} ${places.address}` : `account:${account}`
  return [
    { key: ofAccount, free: FREE_FAILURES.account },
    { key: `address:${networkAddress}`, free: FREE_FAILURES.address },
  ]
}

/**
 * How long the next attempt has to wait: 1 s after the first failure that is not free, then twice as long each time, up
 * to a minute. Never for ever: a lock-out would let anybody shut anybody out.
 */
export function signInWaitMs(failures: SignInFailures | null, freeFailures: number, now: number): number {
  if (!failures || failures.count <= freeFailures || isForgotten(failures, now)) return 0
  const delay = Math.min(1000 * 2 ** (failures.count - freeFailures - 1), MAX_DELAY_MS)
  return Math.max(0, failures.lastAt + delay - now)
}

/**
 * Counts the attempt as failed before its password is looked at, so that a thousand guesses at once wait like a thousand
 * in a row. Success clears the counts.
 * @throws DomainError `sign-in-delayed`
 */
export async function countAttempt(
  repository: SignInFailureRepository,
  counts: readonly FailureCount[],
  now: number,
): Promise<void> {
  const known = []
  for (const count of counts) known.push({ ...count, failures: await repository.find(count.key) })
  const waitMs = Math.max(...known.map(({ failures, free }) => signInWaitMs(failures, free, now)))
  if (waitMs > 0) throw delayed(Math.ceil(waitMs / 1000))
  for (const { key, failures } of known) {
    if (failures && isForgotten(failures, now)) await repository.clear(key)
    await repository.record(key, now)
  }
}

function isForgotten(failures: SignInFailures, now: number): boolean {
  return now - failures.lastAt >= FAILURES_KEPT_MS
}

function delayed(seconds: number): DomainError {
  const wait = seconds === 1 ? '1 second' : `${seconds} seconds`
  return new DomainError('sign-in-delayed', `Too many attempts. Try again in ${wait}.`, { retryAfterSeconds: seconds })
}
