import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { nameOfDatabase } from '../src/config.ts'
import { CUSTOMER, WiredDesk } from './support/wired-desk.ts'

const OTHER = '+12025550124'
/** Words that occur nowhere else. */
const [TEXT, REPLY, NOTE, DRAFT, NAME, ABOUT] = ['qzkettle', 'qzontheway', 'qzinternal', 'qzbegun', 'Qzana', 'qzfussy']
const TRACES = [TEXT, REPLY, NOTE, DRAFT, NAME, ABOUT, CUSTOMER, CUSTOMER.slice(1)]

it('erasing a contact leaves no byte of theirs in any file of the desk, and everything of the others', async () => {
  const wired = await WiredDesk.open()
  const { agent, owner, persistence } = wired.desk
  const contactId = await fillWithTraces(wired)
  expect(traces(wired)).toEqual([...TRACES])
  expect((await agent.delete(`/api/contacts/${contactId}`)).json()).toMatchObject({ status: 403, code: 'not-allowed' })
  expect((await owner.delete(`/api/contacts/${contactId}`)).statusCode).toBe(204)
  expect(traces(wired)).toEqual([])

  expect(await wired.list('view=all')).toEqual([2])
  expect((await agent.get('/api/tickets/1')).json()).toMatchObject({ status: 404 })
  expect((await agent.get(`/api/contacts/${contactId}`)).json()).toMatchObject({ status: 404 })
  await persistence.settleSearch()
  expect([await wired.list(`view=all&q=${TEXT}`), await wired.list('view=all&q=teapot')]).toEqual([[], [2]])
  await wired.text('I am back')
  expect((await wired.ticket(3)).contact).toMatchObject({
    address: CUSTOMER,
    name: null,
    optedOutAt: expect.any(String),
  })
}, 30_000)

it('a report that comes after the erasing brings nothing back', async () => {
  const wired = await WiredDesk.open()
  const { owner } = wired.desk
  await wired.text('Hello')
  const sent = (await wired.reply('Hi')).json()
  await wired.passHold()
  const { contact } = await wired.ticket()
  await owner.delete(`/api/contacts/${contact.id}`)
  await wired.report({ reference: sent.id, status: 'delivered' })
  expect(traces(wired)).toEqual([])
})

it('held reports go with the customer whose number they mention, and none is held of a number that is nobody', async () => {
  const wired = await WiredDesk.open()
  const { owner } = wired.desk
  await wired.text('Hello')
  const { contact } = await wired.ticket()
  await wired.report({ id: 'unknown', reference: 'unknown', status: 'delivered' })
  await wired.report({ id: 'unknown', reference: 'unknown', status: 'seen', recipient: '', reason: `to ${CUSTOMER}` })
  expect(traces(wired)).not.toEqual([])
  expect((await owner.delete(`/api/contacts/${contact.id}`)).statusCode).toBe(204)
  expect(traces(wired)).toEqual([])
  await wired.report({ id: 'unknown', reference: 'unknown', status: 'delivered' })
  expect(traces(wired)).toEqual([])
})

/** Two customers whose texts, replies, notes and reports fill many pages of the database. */
async function fillWithTraces(wired: WiredDesk): Promise<string> {
  const { agent, owner, persistence, clock } = wired.desk
  await wired.text(`My ${TEXT} leaks`)
  await wired.text({ body: 'My teapot leaks', from: OTHER })
  const { contact } = await wired.ticket()
  for (let n = 0; n < 120; n += 1) {
    await wired.text(`${TEXT} ${n} ${'lorem ipsum '.repeat(n % 30)}`)
    await wired.text({ body: `teapot ${n} ${'lorem ipsum '.repeat(n % 17)}`, from: OTHER })
    if (n % 4 !== 0) continue
    const sent = (await wired.reply(`${REPLY} ${n}`)).json()
    await wired.passHold()
    await wired.report({ reference: sent.id, status: 'delivered' })
    await wired.report({ id: `foreign-${n}`, status: 'sent' })
    await agent.post('/api/tickets/1/notes', { body: `${NOTE} ${n} ${'dolor '.repeat(n)}` })
    await persistence.settleSearch()
  }
  await agent.patch(`/api/contacts/${contact.id}`, { name: NAME, note: ABOUT })
  await agent.put('/api/tickets/1/tags', { tags: ['Refund'] })
  await agent.put(`/api/tickets/1/read`, {
    messageId: (await wired.timeline()).find(({ type }) => type === 'message')?.id,
  })
  for (const who of [agent, owner]) await who.put('/api/drafts/1', { mode: 'reply', body: DRAFT })
  await agent.put('/api/tickets/1/snooze', { until: new Date(clock.now() + 60_000).toISOString() })
  await agent.put(`/api/contacts/${contact.id}/opt-out`)
  await persistence.settleSearch()
  return contact.id
}

/** Which of the words can be read from the files of the desk, whatever the case. */
function traces({ desk }: WiredDesk): string[] {
  const folder = dirname(nameOfDatabase(desk.config))
  const bytes = readdirSync(folder).map((file) => readFileSync(join(folder, file)).toString('latin1').toLowerCase())
  return TRACES.filter((word) => bytes.some((content) => content.includes(word.toLowerCase())))
}
