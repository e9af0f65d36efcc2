/** What became of a request that the desk sent to its own public address. */
export type AddressReading =
  /** It arrived here, so texts can too. */
  | { readonly kind: 'arrives' }
  /** The address names this very computer: nobody outside can call it. */
  | { readonly kind: 'local' }
  /** Something answered, and it was not this desk. */
  | { readonly kind: 'elsewhere'; readonly status: number }
  | { readonly kind: 'redirects'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason }

export type UnreachableReason = 'unknown-host' | 'refused' | 'certificate' | 'time-out' | 'other'

export interface PublicAddress {
  /** Never throws, and answers within 10 s. */
  read(): Promise<AddressReading>
}
