import {
  DummyDriver,
  Kysely,
  SqliteQueryCompiler as KyselySqliteCompiler,
  type LimitNode,
  type SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
} from 'kysely'
import { Placeholder } from '../query.ts'
import type { DeskSchema } from '../schema.ts'

/**
 * Writes what never changes into the SQL and leaves only the inputs to be bound. Where a bound value could decide the plan,
 * SQLite plans anew each time it is bound (35 us): a constant compared with the condition of a partial index, and a limit.
 */
class ConstantsInline extends KyselySqliteCompiler {
  protected override appendValue(value: unknown): void {
    if (value instanceof Placeholder) super.appendValue(value)
    else this.appendImmediateValue(value)
  }

  /** One connection writes: what it has read, nobody else changes. */
  protected override visitSelectQuery({ endModifiers: _, ...node }: SelectQueryNode): void {
    super.visitSelectQuery(node)
  }

  /** A sum cannot decide the plan. */
  protected override visitLimit(node: LimitNode): void {
    super.visitLimit(node)
    this.append(' + 0')
  }
}

/** Kysely as a writer of SQL only: it never holds a connection. */
export const sqliteCompiler = new Kysely<DeskSchema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new ConstantsInline(),
  },
})
