import { setTimeout as pause } from 'node:timers/promises'
import type { AddressReading, Peers, PublicAddress, Secrets, UnreachableReason } from '@textdesk/core'
import { isLoopbackHost } from '../loopback.ts'

export const PROBE_PATH = '/webhooks/probe'
const DEADLINE_MS = 8_000
const ARRIVED = 204
const UNKNOWN_HERE = 404
/** Another server's word of what came to it takes longer than its answer. */
const WORD_MS = 1_000

const REASONS: Readonly<Record<string, UnreachableReason>> = {
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ECONNREFUSED: 'refused',
  UND_ERR_CONNECT_TIMEOUT: 'time-out',
  ETIMEDOUT: 'time-out',
}

/**
 * Calls the desk's own public address with a token made for this one call, and looks whether the token arrives: proof that
 * the way from the outside ends here, or at another server of this desk, which tells this one.
 */
export class PublicAddressProbe implements PublicAddress {
  readonly #publicUrl: string
  readonly #secrets: Secrets
  readonly #deadlineMs: number
  readonly #peers: Peers | null
  /** What to do when the token comes. */
  readonly #awaited = new Map<string, () => void>()

  constructor(parts: { publicUrl: string; secrets: Secrets; peers?: Peers | null; deadlineMs?: number }) {
    this.#publicUrl = parts.publicUrl
    this.#secrets = parts.secrets
    this.#deadlineMs = parts.deadlineMs ?? DEADLINE_MS
    this.#peers = parts.peers ?? null
    this.#peers?.subscribe((message) => this.#take((message as { probed?: string }).probed ?? ''))
  }

  /** Whether the token is one that was sent and has not come before. */
  arrive(token: string): boolean {
    const isOwn = this.#take(token)
    if (!isOwn) this.#peers?.tell({ probed: token })
    return isOwn
  }

  async read(): Promise<AddressReading> {
    if (isLoopbackHost(new URL(this.#publicUrl).hostname)) return { kind: 'local' }
    const token = this.#secrets.token()
    const came = new Promise<true>((resolve) => this.#awaited.set(token, () => resolve(true)))
    try {
      return await this.#call(token, came)
    } catch (error) {
      return { kind: 'unreachable', reason: reasonOf(error) }
    } finally {
      this.#awaited.delete(token)
    }
  }

  #take(token: string): boolean {
    this.#awaited.get(token)?.()
    return this.#awaited.delete(token)
  }

  async #call(token: string, came: Promise<true>): Promise<AddressReading> {
    const response = await fetch(`${this.#publicUrl}${PROBE_PATH}/${token}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(this.#deadlineMs),
    })
    const { status } = response
    await response.body?.cancel()
    if (status === ARRIVED && !this.#awaited.has(token)) return { kind: 'arrives' }
    if (status === UNKNOWN_HERE && this.#peers && (await Promise.race([came, pause(WORD_MS, false)])))
      return { kind: 'arrives' }
    return status >= 300 && status < 400 ? { kind: 'redirects', status } : { kind: 'elsewhere', status }
  }
}

function reasonOf(error: unknown): UnreachableReason {
  if (!(error instanceof Error)) return 'other'
  if (error.name === 'TimeoutError') return 'time-out'
  const code = codeOf(error.cause)
  return REASONS[code] ?? (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code) ? 'certificate' : 'other')
}

/** A host with several addresses fails with one error for each. */
function codeOf(cause: unknown): string {
  if (cause instanceof AggregateError) return codeOf(cause.errors[0])
  return cause instanceof Error && 'code' in cause ? String(cause.code) : ''
}
