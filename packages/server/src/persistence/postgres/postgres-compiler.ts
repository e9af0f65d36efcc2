import {
  DummyDriver,
  Kysely,
  PostgresQueryCompiler as KyselyPostgresCompiler,
  PostgresAdapter,
  PostgresIntrospector,
} from 'kysely'
import { Placeholder } from '../query.ts'
import type { DeskSchema } from '../schema.ts'

/** Writes constants into the SQL and leaves only the inputs to be bound: the plan of a prepared statement may rest on them. */
class ConstantsInline extends KyselyPostgresCompiler {
  protected override appendValue(value: unknown): void {
    if (value instanceof Placeholder) super.appendValue(value)
    else this.appendImmediateValue(value)
  }
}

/** Kysely as a writer of SQL only: it never holds a connection. */
export const postgresCompiler = new Kysely<DeskSchema>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new ConstantsInline(),
  },
})
