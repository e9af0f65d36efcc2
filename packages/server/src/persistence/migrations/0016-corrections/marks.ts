import type { Kysely } from 'kysely'

export async function marks(_db: Kysely<unknown>): Promise<void> {}
