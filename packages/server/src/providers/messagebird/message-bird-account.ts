import type { AccountReading, ProviderAccount } from '@textdesk/core'
import { initClient, type MessageBird } from 'messagebird'
import { RequestWatch } from './request-watch.ts'

const DEADLINE_MS = 8_000

/** The account behind the API key, as MessageBird's `GET /balance` shows it. */
export class MessageBirdAccount implements ProviderAccount {
  readonly #balance: MessageBird['balance']
  readonly #deadlineMs: number

  constructor({ accessKey, deadlineMs = DEADLINE_MS }: { accessKey: string; deadlineMs?: number }) {
    // The SDK's own timeout counts idle time only; the deadline here comes first.
    this.#balance = initClient(accessKey, deadlineMs + 1_000).balance
    this.#deadlineMs = deadlineMs
  }

  read(): Promise<AccountReading> {
    const watch = new RequestWatch()
    return new Promise((resolve) => {
      const deadline = setTimeout(() => {
        resolve({ kind: 'unreachable' })
        watch.abandon()
      }, this.#deadlineMs)
      watch.during(() =>
        this.#balance.read((_error, answer) => {
          clearTimeout(deadline)
          resolve(classify(answer, watch.evidence().status))
        }),
      )
    })
  }
}

/** The SDK tells nothing of the HTTP status, and hands over whatever JSON came as if it were a balance. */
function classify(answer: unknown, status: number | null): AccountReading {
  if (status === 401 || status === 403) return { kind: 'refused' }
  const { amount, type, payment } = (answer ?? {}) as Readonly<Record<string, unknown>>
  if (typeof amount !== 'number' || typeof type !== 'string') return { kind: 'unreachable' }
  return { kind: 'ok', balance: { amount, unit: type, payment: payment === 'postpaid' ? 'postpaid' : 'prepaid' } }
}
