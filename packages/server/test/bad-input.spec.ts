import { expect, it } from 'vitest'
import { WiredDesk } from './support/wired-desk.ts'

const KEY = { 'idempotency-key': 'key' }
const NINE_PARTS = 'x'.repeat(9 * 153)

async function withTicket(): Promise<WiredDesk> {
  const wired = await WiredDesk.open()
  await wired.text('Hello')
  return wired
}

it.each<[string, object, number, string, RegExp]>([
  ['empty', { body: '' }, 422, 'message-empty', /nothing to send/],
  ['blank', { body: ' \n\t ' }, 422, 'message-empty', /nothing to send/],
  ['of more than 9 parts', { body: `${NINE_PARTS}x` }, 422, 'message-too-long', /9/],
  ['of more than 9 parts in Unicode', { body: 'ж'.repeat(9 * 67 + 1) }, 422, 'message-too-long', /9/],
  ['with an unknown field', { body: 'Hi', urgent: true }, 400, 'invalid-input', /urgent/],
  ['without a body', {}, 400, 'invalid-input', /body/],
  ['with a number for a body', { body: 42 }, 400, 'invalid-input', /body/],
])('a reply %s is refused', async (_, body, status, code, detail) => {
  const { desk } = await withTicket()
  const refused = await desk.agent.post('/api/tickets/1/replies', body, KEY)
  expect(refused.headers['content-type']).toContain('application/problem+json')
  expect(refused.json()).toMatchObject({ status, code, detail: expect.stringMatching(detail) })
})

it('a reply of exactly 9 parts is taken', async () => {
  const { desk } = await withTicket()
  const taken = await desk.agent.post('/api/tickets/1/replies', { body: NINE_PARTS }, KEY)
  expect(taken.json()).toMatchObject({ delivery: { segments: 9 } })
})

it.each([
  ['no Idempotency-Key', {}, 'idempotency-key-missing'],
  ['a blank one', { 'idempotency-key': ' ' }, 'idempotency-key-missing'],
  ['one that is too long', { 'idempotency-key': 'x'.repeat(201) }, 'idempotency-key-invalid'],
])('a reply with %s is refused', async (_, headers: Record<string, string>, code) => {
  const { desk } = await withTicket()
  expect((await desk.agent.post('/api/tickets/1/replies', { body: 'Hi' }, headers)).json()).toMatchObject({
    status: 400,
    code,
  })
})

it('a reply to what is not there, or to a closed ticket, says so', async () => {
  const { desk } = await withTicket()
  expect((await desk.agent.post('/api/tickets/7/replies', { body: 'Hi' }, KEY)).json()).toMatchObject({
    status: 404,
    code: 'not-found',
  })
  await desk.agent.put('/api/tickets/1/closure')
  expect((await desk.agent.post('/api/tickets/1/replies', { body: 'Hi' }, KEY)).json()).toMatchObject({
    status: 409,
    code: 'ticket-closed',
  })
})

type Call = readonly [method: string, url: string, body?: object]

const malformed: readonly Call[] = [
  ['GET', '/api/tickets?view=secret'],
  ['GET', '/api/tickets?limit=0'],
  ['GET', '/api/tickets?limit=101'],
  ['GET', '/api/tickets?colour=blue'],
  ['GET', '/api/tickets/0'],
  ['GET', '/api/tickets/one'],
  ['POST', '/api/tickets', { phone: '+12025550123' }],
  ['POST', '/api/tickets', { phone: 'call me', body: 'Hi' }],
  ['POST', '/api/tickets/1/notes', { body: 'Hi', colour: 'blue' }],
  ['PUT', '/api/tickets/1/assignee', {}],
  ['PUT', '/api/tickets/1/read', {}],
  ['PUT', '/api/tickets/1/closure', { seen: '1' }],
  ['GET', '/api/tickets?tag='],
  ['PUT', '/api/tickets/1/tags', { tags: ['x'.repeat(41)] }],
  ['PUT', '/api/tickets/1/tags', { tags: 'Refund' }],
  ['PUT', `/api/tickets/1/tags/${'x'.repeat(41)}`],
  ['PUT', '/api/tickets/1/tags/Refund', { place: -1 }],
  ['PUT', '/api/tickets/1/tags/Refund', { colour: 'red' }],
  ['PUT', '/api/tickets/1/snooze', { until: 'tomorrow' }],
  ['PUT', '/api/tickets/1/snooze', {}],
  ['PUT', '/api/tickets/1/presence', {}],
  ['PUT', '/api/drafts/1', { mode: 'letter', body: 'x' }],
  ['PUT', '/api/drafts/1', { mode: 'reply', body: 'x'.repeat(10_001) }],
  ['DELETE', '/api/drafts/1?mode=letter'],
  ['POST', '/api/canned-replies', { shortcut: 'Opening hours', body: 'x' }],
  ['GET', '/api/contacts/nobody/export?format=xml'],
]

const missing: readonly Call[] = [
  ['GET', '/api/tickets/7'],
  ['GET', '/api/tickets/7/messages'],
  ['PUT', '/api/tickets/7/closure'],
  ['PUT', '/api/tickets/7/assignee', { agentId: null }],
  ['PUT', '/api/tickets/1/assignee', { agentId: 'nobody' }],
  ['PUT', '/api/tickets/1/read', { messageId: 'nothing' }],
  ['DELETE', '/api/tickets/1/replies/nothing'],
  ['POST', '/api/tickets/1/replies/nothing/resend'],
  ['PUT', '/api/tickets/1/replies/nothing/arrived'],
  ['GET', '/api/contacts/nobody'],
  ['PATCH', '/api/contacts/nobody', { name: 'Kim' }],
  ['PUT', '/api/contacts/nobody/block'],
  ['PUT', '/api/tickets/7/tags', { tags: [] }],
  ['PUT', '/api/tickets/7/tags/Refund'],
  ['DELETE', '/api/tickets/7/tags/Refund'],
  ['DELETE', '/api/tickets/7/snooze'],
  ['PUT', '/api/drafts/7', { mode: 'reply', body: 'x' }],
  ['PATCH', '/api/canned-replies/nothing', { body: 'x' }],
  ['GET', '/api/contacts/nobody/tickets'],
  ['GET', '/api/contacts/nobody/export'],
  ['PUT', '/api/contacts/nobody/opt-out'],
]

it.each([
  ['malformed', malformed, '400 invalid-input'],
  ['about what is not there', missing, '404 not-found'],
])('requests that are %s are refused', async (_, calls, expected) => {
  const { desk } = await withTicket()
  for (const [method, url, body] of calls) {
    const { status, code } = (await desk.agent.request(method, url, body, {})).json()
    expect.soft(`${method} ${url} ${status} ${code}`).toBe(`${method} ${url} ${expected}`)
  }
})

it('an unreadable cursor counts as none', async () => {
  const { desk } = await withTicket()
  expect((await desk.agent.get('/api/tickets?cursor=%00garbage')).json().items).toHaveLength(1)
  expect((await desk.agent.get('/api/tickets/1/messages?cursor=garbage')).json().items.length).toBeGreaterThan(0)
})

it('a confirmation without its ticket is refused', async () => {
  const { desk } = await withTicket()
  const [inbox] = (await desk.owner.get('/api/inboxes')).json().items
  const refused = await desk.owner.patch(`/api/inboxes/${inbox.id}`, { confirmationTemplate: 'Thanks' })
  expect(refused.json()).toMatchObject({
    status: 400,
    code: 'invalid-input',
    field: 'confirmationTemplate',
    detail: expect.stringContaining('{{ticket}}'),
  })
})
