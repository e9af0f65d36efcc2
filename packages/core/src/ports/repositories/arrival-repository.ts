import type { Arrival } from '../../domain/message/arrival.ts'

/** Texts that say the same, from one customer to one number. */
export interface SameTexts {
  readonly inboxId: string
  readonly contactId: string
  readonly body: string
}

export interface ArrivedText {
  readonly messageId: string
  /** Null for texts from before that was kept. */
  readonly arrival: Arrival | null
  readonly at: number
  /** A text of the provider's list is known to be this message. */
  readonly isListed: boolean
}

/** A text of the provider's list, and the message that it is; none when that is gone. */
export interface NotedText {
  readonly inboxId: string
  readonly providerId: string
  /** By the provider's clock. */
  readonly at: number
  readonly messageId: string | null
  /** It is certain that the webhook of this very text came. */
  readonly webhookCame: boolean
}

/** Which texts of the provider's own list are which messages, so that a text is one message whichever way it comes first. */
export interface ArrivalRepository {
  /** Those of these ids that `noteListed` was never told of. */
  findUnlisted(inboxId: string, providerIds: readonly string[]): Promise<string[]>
  /** Each listed text is noted once, each message under one text. */
  noteListed(text: NotedText): Promise<void>
  /** Messages that were received from `from` to `to`, both included, oldest first. */
  findReceived(same: SameTexts, from: number, to: number): Promise<ArrivedText[]>
  /** Messages of listed texts from `from` to `to`, both included, whose webhook may still come; oldest first. */
  findAwaiting(same: SameTexts, from: number, to: number): Promise<ArrivedText[]>
  /** The webhook of this listed message came after all. */
  noteLateWebhook(messageId: string): Promise<void>
}
