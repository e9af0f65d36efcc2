import { sql } from 'kysely'
import type { ClaimQuery } from '../delivery/kysely-outbox-repository.ts'
import { isWaitingToLeave } from '../predicates.ts'
import { Query } from '../query.ts'

/** But for what was cancelled between looking and claiming. */
export const claimRows: ClaimQuery = new Query((db, p) =>
  db
    .updateTable('messages')
    .set({ delivery_state: 'claimed', next_attempt_at: null, claim_token: p.token, lease_until: p.leaseUntil })
    .where(sql<boolean>`row in (select value::bigint from json_array_elements_text(${p.rows}::json))`)
    .where(isWaitingToLeave)
    .returningAll(),
)
