import type { RawBuilder } from 'kysely'
import { Query } from './query.ts'

/** Written out, as Kysely knows nothing of full-text search. */
export function rawQuery<Input, Row>(
  write: (p: Input) => RawBuilder<Row>,
  options?: { readonly plansDiffer: boolean },
): Query<Input, Row> {
  return new Query((db, p: Input) => ({ compile: () => write(p).compile(db) }), options)
}
