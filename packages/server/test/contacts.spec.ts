import { expect, it } from 'vitest'
import { CUSTOMER, WiredDesk } from './support/wired-desk.ts'

const contactOf = async (wired: WiredDesk) => (await wired.ticket()).contact.id

it('a contact is named, and opted out and in again by an agent', async () => {
  const wired = await WiredDesk.open()
  const { agent } = wired.desk
  await wired.text('Please leave me alone')
  const path = `/api/contacts/${await contactOf(wired)}`
  expect((await agent.patch(path, { name: 'Kim' })).json()).toMatchObject({
    name: 'Kim',
    address: CUSTOMER,
    optOuts: [],
  })
  expect((await agent.put(`${path}/opt-out`)).statusCode).toBe(204)
  expect((await agent.get(path)).json().optOuts).toMatchObject([{ source: 'agent' }])
  expect((await wired.ticket()).contact).toMatchObject({ name: 'Kim', optedOutAt: expect.any(String) })
  expect((await wired.reply('Hi')).json()).toMatchObject({ status: 409, code: 'contact-opted-out' })
  expect((await agent.delete(`${path}/opt-out`)).statusCode).toBe(204)
  expect((await wired.reply('Hi')).statusCode).toBe(202)
})

it('a contact opts out by texting STOP and in by texting START', async () => {
  const wired = await WiredDesk.open()
  await wired.text('Hello')
  await wired.text('STOP')
  expect((await wired.reply('Hi')).json()).toMatchObject({ code: 'contact-opted-out' })
  await wired.text('Start!')
  expect((await wired.reply('Hi')).statusCode).toBe(202)
})

it('a contact who may want no more texts is shown until an agent decides', async () => {
  const wired = await WiredDesk.open()
  const { agent } = wired.desk
  await wired.text('Hello')
  expect(await wired.ticket()).toMatchObject({ stopRequest: null })
  await wired.text('please stop texting me')
  const asked = { at: expect.any(String), honourBy: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }
  expect(await wired.ticket()).toMatchObject({ stopRequest: asked, contact: { optedOutAt: null } })
  expect((await agent.delete('/api/tickets/1/stop-request')).statusCode).toBe(204)
  expect(await wired.ticket()).toMatchObject({ stopRequest: null })
  expect((await agent.delete('/api/tickets/7/stop-request')).statusCode).toBe(404)
  await wired.text('no more messages')
  expect(await wired.ticket()).toMatchObject({ stopRequest: asked })
  await agent.put(`/api/contacts/${await contactOf(wired)}/opt-out`)
  expect(await wired.ticket()).toMatchObject({ stopRequest: null, waitingSince: null, unread: true })
  expect(await wired.list('view=waiting')).toEqual([])
})

it('a contact is blocked and unblocked', async () => {
  const wired = await WiredDesk.open()
  const { agent } = wired.desk
  await wired.text('Spam')
  const path = `/api/contacts/${await contactOf(wired)}`
  expect((await agent.put(`${path}/block`)).statusCode).toBe(204)
  expect((await wired.reply('Hi')).json()).toMatchObject({ status: 409, code: 'contact-blocked' })
  expect((await agent.delete(`${path}/block`)).statusCode).toBe(204)
  expect((await wired.reply('Hi')).statusCode).toBe(202)
})

it('a contact is written to first, or its open ticket is found', async () => {
  const wired = await WiredDesk.open()
  const { agent, gateway } = wired.desk
  const start = (phone: string) => agent.post('/api/tickets', { phone, body: 'Your parcel is here.' })
  const started = await start('(202) 555-0123')
  expect([started.statusCode, started.headers.location]).toEqual([201, '/api/tickets/1'])
  expect(started.json()).toMatchObject({
    number: 1,
    contact: { address: CUSTOMER },
    lastMessage: { direction: 'out' },
  })
  const again = await start(CUSTOMER)
  expect([again.statusCode, again.json().number]).toEqual([200, 1])
  await wired.passHold()
  expect(gateway.sent.map(({ to, body }) => [to, body])).toEqual([[CUSTOMER, 'Your parcel is here.']])
})

it("a contact's note is kept, its tickets are listed, and all of it is exported", async () => {
  const wired = await WiredDesk.open()
  const { agent, owner } = wired.desk
  const [inbox] = (await owner.get('/api/inboxes')).json().items
  await owner.patch(`/api/inboxes/${inbox.id}`, { reopenHours: 0 })
  await wired.text('=1+1 "quoted", and\n-a second line')
  await wired.reply('On its way.')
  await agent.put('/api/tickets/1/closure')
  await wired.text({ body: 'Somebody else', from: '+12025550124' })
  await wired.text('Again')
  const path = `/api/contacts/${await contactOf(wired)}`
  expect((await agent.patch(path, { note: ' VIP ' })).json()).toMatchObject({ note: 'VIP', name: null })

  const first = (await agent.get(`${path}/tickets?limit=1`)).json()
  const second = (await agent.get(`${path}/tickets?limit=1&cursor=${first.nextCursor}`)).json()
  const numbers = [first, second].flatMap(({ items }) => items.map(({ number }: { number: number }) => number))
  expect([numbers, second.nextCursor]).toEqual([[3, 1], null])

  const json = await agent.get(`${path}/export`)
  expect(json.headers).toMatchObject({ 'content-disposition': expect.stringMatching(/^attachment; .*\.json"$/) })
  const { contact, tickets } = json.json()
  expect(contact).toMatchObject({ address: CUSTOMER, note: 'VIP' })
  expect(tickets.map(({ ticket }: { ticket: { number: number } }) => ticket.number)).toEqual([3, 1])
  expect(JSON.stringify(tickets)).toContain('On its way.')
  expect(JSON.stringify(tickets)).not.toContain('Somebody else')

  const csv = await agent.get(`${path}/export?format=csv`)
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
  const lines = csv.body.split('\r\n')
  expect(lines[0]).toBe('\uFEFF"ticket","at","direction","kind","author","delivery","body"')
  expect(lines[1]).toMatch(/^"1","20\S+Z","in","sms","","","'=1\+1 ""quoted"", and\n'-a second line"$/)
  expect(csv.body).toContain('"out","sms","Ana","scheduled","On its way."\r\n')
})
