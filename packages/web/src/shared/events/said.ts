import type { DeskEvent } from '@textdesk/server/contract'
import type { StreamState } from './desk-stream.ts'

/** What the tabs tell each other. */
export type Said =
  | { readonly kind: 'event'; readonly event: DeskEvent }
  | { readonly kind: 'state'; readonly state: StreamState }
  /** A tab that just opened asks how things stand. */
  | { readonly kind: 'hello' }
