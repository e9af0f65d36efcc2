import type { FakeMessageBird } from '../../test/support/fake-message-bird.ts'
import type { LivedDesk } from './live-a-little.ts'

/** All that happened to it, to be judged. */
export interface MovedDesk {
  /** How many messages were there at each kill; null where the move had ended by itself. */
  readonly killedAt: readonly (number | null)[]
  /** The process that brought it to its end. */
  readonly last: { readonly code: number | null; readonly output: string }
  readonly seconds: number
  readonly isTouched: boolean
  readonly file: string
  readonly url: string
  readonly folder: string
  readonly lived: LivedDesk
  /** What the API said of the source. */
  readonly answers: ReadonlyMap<string, string>
  readonly provider: FakeMessageBird
}
