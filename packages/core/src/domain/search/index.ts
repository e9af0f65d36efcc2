export { contactTokens } from './contact-tokens.ts'
export { holdsAll, type Range, rangesIn } from './hits.ts'
export { type Phrase, phraseOf, readSearch, type SearchQuery, type Term } from './search-query.ts'
export { tokensOf } from './tokens.ts'
