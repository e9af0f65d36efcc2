import { expect, it } from 'vitest'
import { openDesk, type PeopledDesk } from './support/open-desk.ts'

const PHONES = ['+12025550123', '+12025550124', '+12025550125']

async function practise({ agent }: PeopledDesk, body: string): Promise<void> {
  for (const phone of PHONES) {
    await agent.post(`/api/simulator/phones/${encodeURIComponent(phone)}/messages`, { body })
  }
}

it('practice tickets are removed in one go, with their texts and customers, and can be begun again', async () => {
  const desk = await openDesk()
  await practise(desk, 'Where is my brass kettle?')
  await practise(desk, 'Hello?')
  await desk.agent.put('/api/tickets/1/assignee', { agentId: desk.agentId })
  await desk.agent.put('/api/tickets/1/tags', { tags: ['kettle'] })
  await desk.agent.put('/api/drafts/1', { mode: 'reply', body: 'On its way' })
  await desk.agent.put('/api/tickets/1/read', {
    messageId: (await desk.agent.get('/api/tickets/1/messages')).json().items[0].id,
  })
  await desk.persistence.settleSearch()
  const found = async (query: string) => (await desk.agent.get(`/api/tickets?${query}`)).json().items.length
  expect([await found('view=all'), await found('view=all&q=kettle')]).toEqual([3, 3])

  const removed = await desk.owner.delete('/api/practice-tickets')
  expect([removed.statusCode, removed.json()]).toEqual([200, { tickets: 3, messages: 9, contacts: 3 }])
  expect([await found('view=all'), await found('view=all&q=kettle')]).toEqual([0, 0])
  expect((await desk.agent.get('/api/tickets/1')).statusCode).toBe(404)
  expect((await desk.owner.delete('/api/practice-tickets')).json()).toEqual({ tickets: 0, messages: 0, contacts: 0 })

  await practise(desk, 'A new kettle?')
  await desk.persistence.settleSearch()
  const again = (await desk.agent.get('/api/tickets?view=all&q=kettle')).json().items
  expect(again.map(({ number }: { number: number }) => number).toSorted()).toEqual([4, 5, 6])
})

it('practice tickets are removed by owners alone', async () => {
  const desk = await openDesk()
  expect((await desk.agent.delete('/api/practice-tickets')).statusCode).toBe(403)
})
