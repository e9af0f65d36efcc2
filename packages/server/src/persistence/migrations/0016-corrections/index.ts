import type { Kysely } from 'kysely'
import { consent } from './consent.ts'
import { contacts } from './contacts.ts'
import { marks } from './marks.ts'
import { people } from './people.ts'
import { triage } from './triage.ts'
import { unsettled } from './unsettled.ts'

/** One release takes one migration, so that the version before can run beside it: this one has a file for each subject. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [consent, marks, contacts, people, triage, unsettled]) await part(db)
}
