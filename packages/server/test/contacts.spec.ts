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
