/** What the SMS provider says of the desk's account. */
export type AccountReading =
  | { readonly kind: 'ok'; readonly balance: Balance }
  /** The provider does not know the key, or does not let it in. */
  | { readonly kind: 'refused' }
  /** No answer that says anything about the key. */
  | { readonly kind: 'unreachable' }

export interface Balance {
  readonly amount: number
  /** As the provider names it, e.g. "euros" or "credits". */
  readonly unit: string
  readonly payment: 'prepaid' | 'postpaid'
}

export interface ProviderAccount {
  /** Never throws, and answers within 10 s. */
  read(): Promise<AccountReading>
}
