import { expect, it } from 'vitest'
import { WiredDesk } from './support/wired-desk.ts'

const OURS = 'All fixed. Your bike is ready.'

/** A ticket that was answered and closed. */
async function openClosed() {
  const wired = await WiredDesk.open()
  await wired.text('Is my bike ready?')
  await wired.reply(OURS, { sendNow: true })
  await wired.dispatch()
  await wired.desk.agent.put('/api/tickets/1/closure')
  const seen = (await wired.timeline()).at(-2)?.id
  await wired.desk.agent.put('/api/tickets/1/read', { messageId: seen })
  return wired
}

const ours = async (wired: WiredDesk) =>
  (await wired.timeline()).find((item) => item.type === 'message' && item.body === OURS)

it("a phone's reaction is a mark on our text: nothing opens, waits or is answered; its removal takes it off", async () => {
  const wired = await openClosed()
  const [before, sent] = [await wired.ticket(), wired.desk.gateway.sent.length]
  expect((await wired.text(`Liked “${OURS}”`)).body).toBe('OK')
  await wired.dispatch()
  const at = new Date(wired.desk.clock.now()).toISOString()
  expect(await ours(wired)).toMatchObject({ reactions: [{ emoji: '👍', at }] })
  expect([await wired.ticket(), wired.desk.gateway.sent.length]).toEqual([before, sent])
  expect(await wired.list('view=all')).toEqual([1])
  await wired.text(`Removed a like from “${OURS}”`)
  expect(await ours(wired)).toMatchObject({ reactions: [] })
  await wired.text('Liked an image')
  expect(await wired.ticket()).toMatchObject({ status: 'open', lastMessage: { preview: 'Liked an image' } })
})

it('what phones said is exported as it came', async () => {
  const wired = await openClosed()
  await wired.text(`Loved “${OURS}”`)
  const path = `/api/contacts/${(await wired.ticket()).contact.id}/export`
  const { reactions } = (await wired.desk.agent.get(path)).json()
  const body = `Loved “${OURS}”`
  expect(reactions).toEqual([
    { ticketNumber: 1, messageId: (await ours(wired))?.id, emoji: '❤️', removes: false, body, at: expect.any(String) },
  ])
  expect((await wired.desk.agent.get(`${path}?format=csv`)).body).toContain(`"in","reaction","","","${body}"\r\n`)
})

it('thanks leave a closed ticket closed and unread, and go with the text that follows; the owner can switch that off', async () => {
  const wired = await openClosed()
  await wired.text('thx 👍')
  const thankedAt = new Date(wired.desk.clock.now()).toISOString()
  expect(await wired.ticket()).toMatchObject({ status: 'closed', unread: true, waitingSince: null })
  expect((await wired.timeline()).at(-1)).toMatchObject({ body: 'thx 👍', placement: { reason: 'thanks' } })
  await wired.text('but where is the bell')
  expect(await wired.ticket()).toMatchObject({ status: 'open', waitingSince: thankedAt })
  expect((await wired.timeline()).at(-1)).toMatchObject({ placement: { reason: 'after-thanks' } })

  const { owner, agent } = wired.desk
  const [inbox] = (await owner.get('/api/inboxes')).json().items
  expect(inbox).toMatchObject({ thanksStayClosed: true })
  const changed = await owner.patch(`/api/inboxes/${inbox.id}`, { thanksStayClosed: false })
  expect(changed.json()).toMatchObject({ thanksStayClosed: false })
  await agent.put('/api/tickets/1/closure')
  await wired.text('Thanks')
  expect(await wired.ticket()).toMatchObject({ status: 'open' })
})
