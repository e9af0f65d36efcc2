import type { Provider } from '../../domain/inbox/inbox.ts'
import type { Ids } from '../../ports/platform/ids.ts'

/** Who tells something of a message, and when it was heard. */
export interface Hearing {
  readonly provider: Provider
  readonly now: number
  readonly ids: Ids
}
