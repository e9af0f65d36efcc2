import type { OutgoingText } from '../../domain/delivery/outgoing-text.ts'
import type { SendOutcome } from '../../domain/delivery/send-outcome.ts'

export interface SmsGateway {
  /** Never throws: whatever happens is one of the outcomes. Answers within 20 s. */
  send(text: OutgoingText): Promise<SendOutcome>
}
