import { DEFAULT_MIGRATION_TABLE } from 'kysely/migration'
import type { ClientBase, Pool } from 'pg'

/** The migrations that a database has had, in their order; none where there is no desk. */
export async function stepsOf(database: Pool | ClientBase): Promise<string[]> {
  const table = await database.query('select to_regclass($1) is not null as found', [DEFAULT_MIGRATION_TABLE])
  if (table.rows[0]?.found !== true) return []
  const { rows } = await database.query<{ name: string }>(`select name from ${DEFAULT_MIGRATION_TABLE} order by name`)
  return rows.map(({ name }) => name)
}
