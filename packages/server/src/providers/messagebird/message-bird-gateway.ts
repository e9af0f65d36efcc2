import type { OutgoingText, SendOutcome, SmsGateway } from '@textdesk/core'
import { initClient, type MessageBird } from 'messagebird'
import { RequestWatch } from './request-watch.ts'
import { classifySend, type SdkAnswer } from './send-outcomes.ts'

export interface MessageBirdOptions {
  readonly accessKey: string
  /** Where delivery reports are to go: the public URL of our status route. */
  readonly reportUrl: string
  /** The whole send, connecting included; below the dispatcher's lease. */
  readonly deadlineMs?: number
}

const DEADLINE_MS = 20_000

/** Sends through MessageBird's classic REST API. It has no idempotency key, so that nothing in doubt is repeated here. */
export class MessageBirdGateway implements SmsGateway {
  readonly #messages: MessageBird['messages']
  readonly #reportUrl: string
  readonly #deadlineMs: number

  constructor({ accessKey, reportUrl, deadlineMs = DEADLINE_MS }: MessageBirdOptions) {
    // The SDK's own timeout counts idle time only, and reports it as a lost connection. The deadline here comes first.
    this.#messages = initClient(accessKey, deadlineMs + 1_000).messages
    this.#reportUrl = reportUrl
    this.#deadlineMs = deadlineMs
  }

  async send(text: OutgoingText): Promise<SendOutcome> {
    const watch = new RequestWatch()
    try {
      const answer = await this.#ask(text, watch)
      return classifySend(answer, watch.evidence())
    } catch {
      return { kind: 'retry-later', reason: 'request could not be made', retryAfterMs: null, pausesNumber: false }
    }
  }

  /** Rejects only when the request could not even be made. */
  #ask(text: OutgoingText, watch: RequestWatch): Promise<SdkAnswer> {
    let deadline: NodeJS.Timeout | undefined
    const answer = new Promise<SdkAnswer>((resolve) => {
      deadline = setTimeout(() => {
        resolve({ error: new Error('deadline'), message: null })
        watch.abandon()
      }, this.#deadlineMs)
      watch.during(() => this.#messages.create(this.#paramsFor(text), (error, message) => resolve({ error, message })))
    })
    return answer.finally(() => clearTimeout(deadline))
  }

  /** A fresh object each time: the SDK changes it. */
  #paramsFor({ id, from, to, body }: OutgoingText): Parameters<MessageBird['messages']['create']>[0] {
    return {
      originator: msisdn(from),
      recipients: [msisdn(to)],
      body,
      datacoding: 'auto',
      reference: id,
      reportUrl: this.#reportUrl,
    }
  }
}

/** E.164 without its plus. */
function msisdn(number: string): string {
  return number.replace(/^\+/, '')
}
