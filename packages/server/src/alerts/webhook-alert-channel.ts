import type { Alert, AlertChannel } from '@textdesk/core'

const DEADLINE_MS = 10_000

/**
 * POSTs alerts as JSON to a URL of the owner's: { id, kind, state, sentence, text, at }. `text` repeats the sentence, which
 * is what chat programs show of such a request.
 */
export class WebhookAlertChannel implements AlertChannel {
  readonly #url: string
  readonly #deadlineMs: number

  constructor({ url, deadlineMs = DEADLINE_MS }: { url: string; deadlineMs?: number }) {
    this.#url = url
    this.#deadlineMs = deadlineMs
  }

  async tell({ id, kind, state, sentence, at }: Alert): Promise<boolean> {
    const alert = { id, kind, state, sentence, text: `Textdesk: ${sentence}`, at: new Date(at).toISOString() }
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(alert),
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#deadlineMs),
      })
      await response.body?.cancel()
      return response.ok
    } catch {
      return false
    }
  }
}
