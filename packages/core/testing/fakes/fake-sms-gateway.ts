import type { OutgoingText } from '../../src/domain/delivery/outgoing-text.ts'
import type { SendOutcome } from '../../src/domain/delivery/send-outcome.ts'
import type { SmsGateway } from '../../src/ports/providers/sms-gateway.ts'

export type ScriptedOutcome = SendOutcome | ((text: OutgoingText) => SendOutcome | Promise<SendOutcome>)

/** Remembers what it was asked to send and answers as told; without a script it accepts. */
export class FakeSmsGateway implements SmsGateway {
  readonly sent: OutgoingText[] = []
  readonly #script: ScriptedOutcome[] = []

  /** The outcomes of the next sends, in order. A function may look at the text, or take its time. */
  answer(...outcomes: ScriptedOutcome[]): this {
    this.#script.push(...outcomes)
    return this
  }

  async send(text: OutgoingText): Promise<SendOutcome> {
    this.sent.push({ ...text })
    const scripted = this.#script.shift() ?? { kind: 'accepted', providerMessageId: `provider-${this.sent.length}` }
    return typeof scripted === 'function' ? scripted(text) : scripted
  }
}
