import type { ProviderAccount, PublicAddress, SendOutcome, Storage } from '@textdesk/core'

/** What shows how the desk is doing, beside its data. Each is cheap to ask: slow ones remember what they found out. */
export interface Instruments {
  /** Null while the desk has no API key. */
  readonly account: ProviderAccount | null
  readonly address: PublicAddress
  readonly storage: Storage
  /** What became of the sends of this process. */
  readonly sends: () => Readonly<Record<SendOutcome['kind'], number>>
  /** Whether texts are being sent. */
  readonly isDispatching: () => boolean
  /** Whether something can be stored now. */
  readonly isWritable: () => Promise<boolean>
  /** Whether the owner is told of incidents outside the page. */
  readonly tellsAlerts: boolean
  /** Of this program. */
  readonly version: string
}
