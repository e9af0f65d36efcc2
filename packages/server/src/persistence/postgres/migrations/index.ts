import type { Migration } from 'kysely/migration'
import { migrations } from '../../migrations/index.ts'
import * as search from './0005-search.ts'
import * as searchByPlace from './0015-search-by-place.ts'
import * as corrections from './0016-corrections.ts'

/** The shared migrations and PostgreSQL's own, in one order. */
export const postgresMigrations: Readonly<Record<string, Migration>> = {
  ...migrations,
  '0005-search': search,
  '0015-search-by-place': searchByPlace,
  '0016-corrections': corrections,
}
