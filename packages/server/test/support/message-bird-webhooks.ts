import { type PhoneText, type Report, reportRequest, textRequest, type WireRequest } from './message-bird-requests.ts'
import { signWebhook } from './sign-webhook.ts'

export interface WireAnswer {
  readonly status: number
  readonly body: string
}

/** MessageBird calling the desk: inbound texts in every shape, and delivery reports, signed if there is a key. */
export class MessageBirdWebhooks {
  /** How far the desk's clock is ahead of this computer's. */
  aheadMs = 0
  readonly #deskUrl: URL
  readonly #publicUrl: string
  readonly #signingKey: string | null

  /** `deskUrl` is where the desk listens, `publicUrl` what it believes to be called. */
  constructor(to: { deskUrl: URL; publicUrl: string; signingKey: string | null }) {
    this.#deskUrl = to.deskUrl
    this.#publicUrl = to.publicUrl.replace(/\/$/, '')
    this.#signingKey = to.signingKey
  }

  sendText(sent: PhoneText): Promise<WireAnswer> {
    return this.deliver(textRequest(sent))
  }

  sendReport(report: Report): Promise<WireAnswer> {
    return this.deliver(reportRequest(report))
  }

  /** Signed afresh each time, as a retry may be; hand in the token of `sign` to replay one. */
  async deliver(request: WireRequest, token: string | null = this.sign(request)): Promise<WireAnswer> {
    const { method, target, contentType, body } = request
    const answer = await fetch(new URL(target, this.#deskUrl), {
      method,
      headers: {
        ...(token === null ? {} : { 'MessageBird-Signature-JWT': token }),
        ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
      },
      ...(body === undefined ? {} : { body }),
    })
    return { status: answer.status, body: await answer.text() }
  }

  sign({ target, body = '' }: WireRequest, now = Date.now() + this.aheadMs): string | null {
    if (this.#signingKey === null) return null
    return signWebhook({ url: this.#publicUrl + target, body, signingKey: this.#signingKey, now })
  }
}
