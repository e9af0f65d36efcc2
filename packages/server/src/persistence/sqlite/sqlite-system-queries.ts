import { KyselySystemQueries } from '../operations/kysely-system-queries.ts'
import { progress, version } from './search-queries.ts'

export class SqliteSystemQueries extends KyselySystemQueries {
  override async searchLag(): Promise<number> {
    const subjects = await this.session.all(progress, {})
    return subjects.reduce((lag, { firstRow, lastRow, newest }) => lag + Math.max(0, newest - lastRow) + firstRow, 0)
  }

  override async databaseVersion(): Promise<string> {
    const found = await this.session.first(version, {})
    return `SQLite ${found?.version ?? ''}`.trim()
  }
}
