import type { Kysely } from 'kysely'
import * as shared from '../../migrations/0016-corrections/index.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await shared.up(db)
}
