import { type Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import { ask, deskBefore } from './support/desk-before.ts'

async function addTicket(db: Kysely<unknown>, status: string, closedAt: number | null): Promise<void> {
  await sql`insert into tickets(inbox_id, contact_id, status, origin, last_seq, last_inbound_seq, created_at, updated_at, closed_at)
    values ('i', ${status}, ${status}, 'text', 2, 1, 1, 1, ${closedAt})`.execute(db)
}

async function addText(db: Kysely<unknown>, id: string, ticket: number, seq: number, state: string): Promise<void> {
  await sql`insert into messages(id, ticket_number, inbox_id, contact_id, seq, direction, kind, body, at, delivery_state, uncertain_since)
    values (${id}, ${ticket}, 'i', 'c', ${seq}, 'out', 'sms', 'Hi', 1, ${state}, 1)`.execute(db)
}

it('of texts that expired in an older desk, those in closed tickets stay dealt with', async () => {
  const { db, update } = await deskBefore('0014-one-inbox-per-number')
  await sql`insert into inboxes(id, name, number, provider, is_default, confirmation_template, reopen_hours, opt_out_words,
    answers_keywords, automatic_texts_per_hour, created_at)
    values ('i', 'Support', '+12025550150', 'messagebird', 1, '{{ticket}}', 24, '{}', 1, 1000, 1)`.execute(db)
  for (const [id, n] of [
    ['open', 23],
    ['closed', 24],
  ] as const)
    await sql`insert into contacts(id, address, kind, created_at) values (${id}, ${`+120255501${n}`}, 'phone', 1)`.execute(
      db,
    )
  await addTicket(db, 'open', null)
  await addTicket(db, 'closed', 7)
  await addText(db, 'in-open', 1, 1, 'expired')
  await addText(db, 'in-closed', 2, 1, 'expired')
  await addText(db, 'failed-after-closing', 2, 2, 'failed')
  await update()
  expect(
    await ask(
      db,
      "select id, coalesce(settled_at, 0) from messages where delivery_state in ('expired', 'failed') order by id",
    ),
  ).toEqual(['failed-after-closing 0', 'in-closed 7', 'in-open 0'])
})
