import type { Migration } from 'kysely/migration'
import { migrations } from '../../migrations/index.ts'
import * as search from './0005-search.ts'
import * as searchRemoval from './0007-search-removal.ts'
import * as corrections from './0016-corrections.ts'

/** The shared migrations and SQLite's own, in one order. */
export const sqliteMigrations: Readonly<Record<string, Migration>> = {
  ...migrations,
  '0005-search': search,
  '0007-search-removal': searchRemoval,
  '0016-corrections': corrections,
}
