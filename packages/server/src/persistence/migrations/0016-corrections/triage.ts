import type { Kysely } from 'kysely'

export async function triage(_db: Kysely<unknown>): Promise<void> {}
