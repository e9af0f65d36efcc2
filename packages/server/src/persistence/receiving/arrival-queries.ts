import type { ArrivedText, SameTexts } from '@textdesk/core'
import { type Kysely, sql } from 'kysely'
import { type ArrivalColumns, toArrival } from '../message/arrival-columns.ts'
import { isInbound } from '../predicates.ts'
import { query } from '../query.ts'
import type { DeskSchema } from '../schema.ts'

type ArrivedRow = ArrivalColumns & {
  readonly id: string
  readonly received_at: number
  readonly listed_as: string | null
}

export function toArrived(row: ArrivedRow): ArrivedText {
  return { messageId: row.id, at: row.received_at, arrival: toArrival(row), isListed: row.listed_as !== null }
}

type Range = SameTexts & { from: number; to: number }

export const received = query((db, p: Range) =>
  sameTexts(db, p).where('messages.at', '>=', p.from).where('messages.at', '<=', p.to).orderBy('messages.at'),
)

/** From the listings to the messages would read every listing of that time. `earliest`: when one of them may have been received. */
export const awaiting = query((db, p: Range & { earliest: number }) =>
  sameTexts(db, p)
    .where('messages.at', '>=', p.earliest)
    .where('listed_texts.at', '>=', p.from)
    .where('listed_texts.at', '<=', p.to)
    .where('listed_texts.webhook_came', '=', 0)
    .orderBy('listed_texts.at'),
)

/** The inbox as a sum of texts keeps SQLite from looking through all that came to the inbox instead of the little that came from one contact. */
function sameTexts(db: Kysely<DeskSchema>, p: SameTexts) {
  return db
    .selectFrom('messages')
    .leftJoin('listed_texts', 'listed_texts.message_id', 'messages.id')
    .select(['messages.id', 'messages.at as received_at', 'arrival', 'sent_at', 'arrival_id'])
    .select('listed_texts.provider_id as listed_as')
    .where('messages.contact_id', '=', p.contactId)
    .where(isInbound)
    .where(sql<boolean>`messages.inbox_id || '' = ${p.inboxId}`)
    .where('messages.body', '=', p.body)
}
