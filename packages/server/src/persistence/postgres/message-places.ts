import { type RawBuilder, sql } from 'kysely'

/** Texts that were stored one after the other lie in one place, so many of them: 2 to the power of this. */
const BITS = 15

/** Where a text lies; the index of words has it beside them. The larger, the newer. */
export function placeOf(row: RawBuilder<unknown>): RawBuilder<number> {
  return sql`(${row} >> ${sql.lit(BITS)})`
}
