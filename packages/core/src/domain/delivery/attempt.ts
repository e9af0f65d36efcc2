import type { FailureReason } from '../../text/failure-reason.ts'

/** `later`: surely not taken, to be tried again. `interrupted`: the sender died before it could say. */
export type AttemptOutcome = 'accepted' | 'rejected' | 'later' | 'uncertain' | 'interrupted'

export interface AttemptEnd {
  readonly outcome: AttemptOutcome
  /** Of a refused one. */
  readonly reason: FailureReason | null
  /** The gateway's or the provider's own words. */
  readonly detail: string | null
}

/** One handing over of a text to its provider. */
export interface Attempt {
  readonly messageId: string
  /** From 1. */
  readonly number: number
  readonly beganAt: number
  /** Null until it is known how it ended. */
  readonly endedAt: number | null
  readonly end: AttemptEnd | null
}
