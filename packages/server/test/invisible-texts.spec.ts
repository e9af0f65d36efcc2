import { expect, it } from 'vitest'
import { WiredDesk } from './support/wired-desk.ts'

const NOTHING = [
  '\u200B',
  '\u2060',
  '\u00AD',
  '\u2800',
  '\u3164',
  '\u115F',
  '\uFFA0',
  '\u200D\uFE0F',
  ' \u202A\u00A0\u202C\n',
  '   ',
]

it('what shows nothing is no reply, note, name, tag or canned reply', async () => {
  const wired = await WiredDesk.open()
  await wired.text('Hello')
  const { owner, agentId } = wired.desk
  const [{ id: inboxId }] = (await owner.get('/api/inboxes')).json().items
  const person = { email: 'kim@example.com', role: 'agent' }
  for (const nothing of NOTHING) {
    const answers = [
      await wired.reply(nothing),
      await owner.post('/api/tickets', { phone: '+12025550199', body: nothing }),
      await owner.post('/api/tickets/1/notes', { body: nothing }),
      await owner.put('/api/tickets/1/tags', { tags: [nothing] }),
      await owner.put(`/api/tickets/1/tags/${encodeURIComponent(nothing)}`),
      await owner.post('/api/canned-replies', { shortcut: 'hours', body: nothing }),
      await owner.post('/api/agents', { ...person, name: nothing }),
      await owner.patch(`/api/agents/${agentId}`, { name: nothing }),
      await owner.patch(`/api/inboxes/${inboxId}`, { name: nothing }),
    ]
    for (const answer of answers) {
      expect([JSON.stringify(nothing), answer.json()]).toMatchObject([
        JSON.stringify(nothing),
        { status: 422, code: 'message-empty' },
      ])
    }
  }
  expect((await wired.ticket()).tags).toEqual([])
  expect((await owner.get('/api/agents')).json().items).toHaveLength(2)
  expect((await owner.get('/api/canned-replies')).json().items).toEqual([])
})

it('what shows nothing leaves no name or note of a customer, and no draft', async () => {
  const wired = await WiredDesk.open()
  await wired.text('Hello')
  const { agent } = wired.desk
  const { id } = (await wired.ticket()).contact
  for (const nothing of NOTHING) {
    await agent.patch(`/api/contacts/${id}`, { name: 'Kim', note: 'Prefers mornings' })
    const changed = (await agent.patch(`/api/contacts/${id}`, { name: nothing, note: nothing })).json()
    expect(changed).toMatchObject({ name: null, note: null })
    await agent.put('/api/drafts/1', { mode: 'reply', body: 'Hi' })
    await agent.put('/api/drafts/1', { mode: 'reply', body: nothing })
    expect((await agent.get('/api/drafts')).json().items).toEqual([])
  }
})

it('a text that shows nothing is taken, and says so in the list', async () => {
  const wired = await WiredDesk.open()
  for (const nothing of NOTHING) {
    expect((await wired.text(nothing)).body).toBe('OK')
    expect((await wired.ticket()).lastMessage).toMatchObject({ preview: '(empty text)' })
  }
  await wired.text('\u202Aمرحبا\u202C')
  expect((await wired.ticket()).lastMessage).toMatchObject({ preview: '\u202Aمرحبا\u202C' })
})
