import type { Kysely } from 'kysely'

export async function consent(_db: Kysely<unknown>): Promise<void> {}
