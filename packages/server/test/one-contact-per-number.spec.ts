import { type Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import { ask, deskBefore } from './support/desk-before.ts'
import { WiredDesk } from './support/wired-desk.ts'

/** In which each spelling of a number was a contact. */
const BEFORE = '0014-one-inbox-per-number'

async function addContact(db: Kysely<unknown>, id: string, address: string): Promise<void> {
  await sql`insert into contacts(id, address, kind, created_at) values (${id}, ${address}, 'phone', 1)`.execute(db)
}

async function addTicket(db: Kysely<unknown>, contactId: string, status: 'open' | 'closed', updatedAt: number) {
  await sql`insert into tickets(inbox_id, contact_id, status, origin, last_seq, last_inbound_seq, created_at, updated_at)
    values ('i', ${contactId}, ${status}, 'text', 1, 1, 1, ${updatedAt})`.execute(db)
}

it('of two contacts of one number in an older desk, that with an open ticket is the one, else the one used last', async () => {
  const { db, update } = await deskBefore(BEFORE)
  await sql`insert into inboxes(id, name, number, provider, is_default, confirmation_template, reopen_hours, opt_out_words,
    answers_keywords, automatic_texts_per_hour, created_at)
    values ('i', 'Support', '+12025550150', 'messagebird', 1, '{{ticket}}', 24, '{}', 1, 1000, 1)`.execute(db)
  const contacts = {
    ...{ 'ar-closed': '+541123456782', 'ar-open': '+5491123456782' },
    ...{ 'mx-later': '+525512345681', 'mx-earlier': '+5215512345681' },
    ...{ 'mx-alone': '+5215512345682', us: '+12025550123', br: '+5511987654321', 'ar-other': '+549412345678' },
  }
  for (const [id, address] of Object.entries(contacts)) await addContact(db, id, address)
  await addTicket(db, 'ar-closed', 'closed', 9)
  await addTicket(db, 'ar-open', 'open', 1)
  await addTicket(db, 'mx-earlier', 'closed', 1)
  await addTicket(db, 'mx-later', 'closed', 2)
  await update()
  expect(await ask(db, 'select id, identity from contacts order by id')).toEqual([
    'ar-closed null',
    'ar-open +541123456782',
    'ar-other null',
    'br null',
    'mx-alone +525512345682',
    'mx-earlier null',
    'mx-later +525512345681',
    'us null',
  ])
  expect(await ask(db, 'select count(*) from tickets')).toEqual(['4'])
})

it('one person who writes from two spellings is one contact with one consent, answered where they wrote from last', async () => {
  const wired = await WiredDesk.open()
  const { agent, gateway } = wired.desk
  await wired.text({ from: '541123456782', body: 'Hola' })
  await wired.text({ from: '5491123456782', body: '¿Y mi pedido?' })
  expect(await wired.list('view=all')).toEqual([1])
  await wired.reply('En camino.', { sendNow: true })
  await wired.dispatch()
  expect(gateway.sent.at(-1)).toMatchObject({ to: '+5491123456782', body: 'En camino.' })
  const { contact } = await wired.ticket()
  expect(contact).toMatchObject({ address: '+5491123456782' })
  expect((await agent.get(`/api/contacts/${contact.id}`)).json()).toMatchObject({ address: '+5491123456782' })

  await wired.text({ from: '541123456782', body: 'STOP' })
  expect((await wired.reply('Hola')).json()).toMatchObject({ code: 'contact-opted-out' })
  expect((await agent.get(`/api/contacts/${contact.id}`)).json().optOuts).toHaveLength(1)
  await wired.text({ from: '5491123456782', body: 'START' })
  expect((await wired.reply('Hola', { sendNow: true })).statusCode).toBe(202)
})

it('a number in Mexico is taken with the 1 that it had, and finds who has written without', async () => {
  const wired = await WiredDesk.open()
  const start = (phone: string) => wired.desk.agent.post('/api/tickets', { phone, body: 'Hola' })
  const started = await start('+52 1 55 1234 5681')
  expect([started.statusCode, started.json().contact.address]).toEqual([201, '+525512345681'])
  await wired.text({ from: '5215512345681', body: 'Gracias, pero...' })
  expect(await wired.list('view=all')).toEqual([1])
  expect((await start('+52 55 1234 5681')).json()).toMatchObject({ number: 1 })
})
