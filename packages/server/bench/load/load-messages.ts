import type { Conversations } from './text-mix.ts'

/** What the bench asks of the process that sends the texts. */
export interface LoadOrder {
  readonly url: string
  /** What the desk believes to be called; signatures cover it. */
  readonly publicUrl: string
  readonly path: string
  readonly signingKey: string
  /** The desk's own number, E.164. */
  readonly to: string
  readonly connections: number
  readonly conversations: Conversations
  readonly texts: number
}

export interface LoadReport {
  /** Texts answered OK. */
  readonly ok: number
  /** Any other answer, and connections that failed. */
  readonly failed: number
  /** From the first request to the last answer. */
  readonly seconds: number
  /** Milliseconds of every OK. */
  readonly latencies: Float64Array
  /** The first conversation that nobody has begun. */
  readonly next: number
}
