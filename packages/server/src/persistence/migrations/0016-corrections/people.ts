import type { Kysely } from 'kysely'

export async function people(_db: Kysely<unknown>): Promise<void> {}
