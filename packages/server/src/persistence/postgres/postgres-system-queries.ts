import { sql } from 'kysely'
import { KyselySystemQueries } from '../queries/kysely-system-queries.ts'
import { Query } from '../query.ts'

export class PostgresSystemQueries extends KyselySystemQueries {
  /** The index is written with the text. */
  override async searchLag(): Promise<number> {
    return 0
  }

  override async databaseVersion(): Promise<string> {
    const found = await this.session.first(version, {})
    return `PostgreSQL ${found?.version ?? ''}`.trim()
  }
}

const version = new Query((db, _: object) => ({
  compile: () => sql<{ version: string }>`select current_setting('server_version') as version`.compile(db),
}))
