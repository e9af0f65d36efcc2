import type { RawBuilder } from 'kysely'

/** How a database finds tickets by words; each has its own way. */
export interface TicketSearch {
  /** What to look for. Null when there is nothing in the input that could be found. */
  parse(search: string): SearchTerms | null
  /** True of the tickets that were found; a condition on `tickets`. */
  condition(terms: SearchTerms): RawBuilder<boolean>
}

/** Bound values of the condition. */
export interface SearchTerms {
  readonly texts: string
  readonly contacts: string
  readonly number: string
  readonly shortWords: string
  readonly isShort: 0 | 1
}
