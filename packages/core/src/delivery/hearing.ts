import type { Provider } from '../inbox/inbox.ts'
import type { Ids } from '../ports/ids.ts'

/** Who tells something of a message, and when it was heard. */
export interface Hearing {
  readonly provider: Provider
  readonly now: number
  readonly ids: Ids
}
