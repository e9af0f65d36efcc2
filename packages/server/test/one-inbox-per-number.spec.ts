import { type Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import { ask, deskBefore } from './support/desk-before.ts'

async function addInbox(db: Kysely<unknown>, id: string, number: string | null, provider: string, createdAt = 1) {
  await sql`insert into inboxes(id, name, number, provider, is_default, confirmation_template, reopen_hours, opt_out_words,
    answers_keywords, automatic_texts_per_hour, created_at)
    values (${id}, 'Support', ${number}, ${provider}, 0, '{{ticket}}', 24, '{}', 1, 1000, ${createdAt})`.execute(db)
}

async function addTicket(db: Kysely<unknown>, inboxId: string): Promise<void> {
  await sql`insert into tickets(inbox_id, contact_id, status, origin, last_seq, last_inbound_seq, created_at, updated_at)
    values (${inboxId}, 'c', 'open', 'text', 1, 1, 1, 1)`.execute(db)
}

async function addOptOut(db: Kysely<unknown>, inboxId: string, at: number): Promise<void> {
  const hmac = Buffer.from([1])
  await sql`insert into opt_outs(inbox_id, address_hmac, at, source) values (${inboxId}, ${hmac}, ${at}, 'text')`.execute(
    db,
  )
}

it('an older desk with two inboxes of one number loses the one that nothing is in, and no opt-out', async () => {
  const { db, update } = await deskBefore('0013-arrivals')
  await addInbox(db, 'older', '+12025550150', 'messagebird', 1)
  await addInbox(db, 'used', '+12025550150', 'messagebird', 2)
  await addInbox(db, 'practice', '+12025550150', 'simulated', 3)
  await addInbox(db, 'nobody', null, 'messagebird', 4)
  await addInbox(db, 'nobody-again', null, 'messagebird', 5)
  await sql`insert into contacts(id, address, kind, created_at) values ('c', '+12025550123', 'phone', 1)`.execute(db)
  await addTicket(db, 'used')
  for (const inbox of ['older', 'practice']) await addOptOut(db, inbox, 7)
  await update()
  expect(await ask(db, 'select id, twin from inboxes order by id')).toEqual(['nobody 0', 'practice 0', 'used 0'])
  expect(await ask(db, "select inbox_id, at from opt_outs where inbox_id <> 'older' order by inbox_id")).toEqual([
    'practice 7',
    'used 7',
  ])
  await expect(addInbox(db, 'new', '+12025550150', 'messagebird')).rejects.toThrow(/unique/i)
  await expect(addInbox(db, 'new', null, 'messagebird')).rejects.toThrow(/unique/i)
})

it('two that both have tickets are both kept, and the older one takes the texts', async () => {
  const { db, update } = await deskBefore('0013-arrivals')
  await addInbox(db, 'younger', '+12025550150', 'messagebird', 2)
  await addInbox(db, 'older', '+12025550150', 'messagebird', 1)
  await sql`insert into contacts(id, address, kind, created_at) values ('c', '+12025550123', 'phone', 1)`.execute(db)
  for (const inbox of ['younger', 'older']) await addTicket(db, inbox)
  await update()
  expect(await ask(db, 'select id, twin from inboxes order by id')).toEqual(['older 0', 'younger 1'])
  expect(await ask(db, 'select inbox_id from tickets order by inbox_id')).toEqual(['older', 'younger'])
})
