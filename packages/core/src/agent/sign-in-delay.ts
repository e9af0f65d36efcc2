import { DomainError } from '../errors.ts'
import type { SignInFailureRepository, SignInFailures } from '../ports/sign-in-failure-repository.ts'

const LONGEST_DELAY_MS = 60_000
const FORGOTTEN_AFTER_MS = 3_600_000
/** Failures that cost nothing. An office shares one network address, so that it gets more of them than an account. */
const FREE_FAILURES = { account: 2, address: 9 } as const

export interface SignInKeys {
  readonly account: string
  readonly address: string
}

export function signInKeys(email: string, networkAddress: string): SignInKeys {
  return { account: `account:${email}`, address: `address:${networkAddress}` }
}

/**
 * How long the next attempt has to wait: 1 s after the first failure that is not free, then twice as long each time, up
 * to a minute. Never for ever: a lock-out would let anybody shut anybody out.
 */
export function signInWaitMs(failures: SignInFailures | null, freeFailures: number, now: number): number {
  if (!failures || failures.count <= freeFailures || isForgotten(failures, now)) return 0
  const delay = Math.min(1000 * 2 ** (failures.count - freeFailures - 1), LONGEST_DELAY_MS)
  return Math.max(0, failures.lastAt + delay - now)
}

/**
 * Counts the attempt as failed before its password is looked at, so that a thousand guesses at once wait like a thousand
 * in a row. Success clears both counts.
 * @throws DomainError `sign-in-delayed`
 */
export async function countAttempt(repository: SignInFailureRepository, keys: SignInKeys, now: number): Promise<void> {
  const known = { account: await repository.find(keys.account), address: await repository.find(keys.address) }
  const waitMs = Math.max(
    signInWaitMs(known.account, FREE_FAILURES.account, now),
    signInWaitMs(known.address, FREE_FAILURES.address, now),
  )
  if (waitMs > 0) throw delayed(Math.ceil(waitMs / 1000))
  for (const name of ['account', 'address'] as const) {
    const failures = known[name]
    if (failures && isForgotten(failures, now)) await repository.clear(keys[name])
    await repository.record(keys[name], now)
  }
}

function isForgotten(failures: SignInFailures, now: number): boolean {
  return now - failures.lastAt >= FORGOTTEN_AFTER_MS
}

function delayed(seconds: number): DomainError {
  const wait = seconds === 1 ? '1 second' : `${seconds} seconds`
  return new DomainError('sign-in-delayed', `Too many attempts. Try again in ${wait}.`, { retryAfterSeconds: seconds })
}
