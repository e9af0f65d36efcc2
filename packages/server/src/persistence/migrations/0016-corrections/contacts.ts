import type { Kysely } from 'kysely'

export async function contacts(_db: Kysely<unknown>): Promise<void> {}
