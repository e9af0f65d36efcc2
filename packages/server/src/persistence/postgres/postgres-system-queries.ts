import { sql } from 'kysely'
import { KyselySystemQueries } from '../operations/kysely-system-queries.ts'
import { Query } from '../query.ts'
import { lag } from './search-queries.ts'

export class PostgresSystemQueries extends KyselySystemQueries {
  override async searchLag(): Promise<number> {
    return (await this.session.first(lag, {}))?.rows ?? 0
  }

  override async databaseVersion(): Promise<string> {
    const found = await this.session.first(version, {})
    return `PostgreSQL ${found?.version ?? ''}`.trim()
  }
}

const version = new Query((db, _: object) => ({
  compile: () => sql<{ version: string }>`select current_setting('server_version') as version`.compile(db),
}))
