import { type ColumnDefinitionBuilder, type CreateTableBuilder, sql } from 'kysely'

/** Numbers from 1 that are never given twice, not even after the newest row was removed. */
export function autoNumbered(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.primaryKey().autoIncrement()
}

/** Keeps a table in the order of its primary key, so that it needs one tree instead of two. */
export function withoutRowId<Name extends string, Columns extends string>(
  table: CreateTableBuilder<Name, Columns>,
): CreateTableBuilder<Name, Columns> {
  return table.modifyEnd(sql`without rowid`)
}
