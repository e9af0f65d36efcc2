import type { OutgoingText, SendOutcome, SmsGateway } from '@textdesk/core'

export type OutcomeKind = SendOutcome['kind']

/** What became of the sends of this process. */
export class SendTally {
  readonly #counts: Record<OutcomeKind, number> = { accepted: 0, rejected: 0, 'retry-later': 0, uncertain: 0 }

  /** The same gateway, counted. */
  over(gateway: SmsGateway): SmsGateway {
    return { send: (text) => this.#send(gateway, text) }
  }

  get counts(): Readonly<Record<OutcomeKind, number>> {
    return { ...this.#counts }
  }

  async #send(gateway: SmsGateway, text: OutgoingText): Promise<SendOutcome> {
    const outcome = await gateway.send(text)
    this.#counts[outcome.kind] += 1
    return outcome
  }
}
