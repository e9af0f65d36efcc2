import { sql } from 'kysely'
import type { ClaimQuery } from '../delivery/kysely-outbox-repository.ts'
import { Query } from '../query.ts'

export const claimRows: ClaimQuery = new Query((db, p) =>
  db
    .updateTable('messages')
    .set({ delivery_state: 'claimed', next_attempt_at: null, claim_token: p.token, lease_until: p.leaseUntil })
    .where('row', 'in', sql<number>`(select value from json_each(${p.rows}))`)
    .returningAll(),
)
