import { expect, it } from 'vitest'
import { WiredDesk } from './support/wired-desk.ts'

const OTHER = '+441214960123'

async function open() {
  const wired = await WiredDesk.open()
  await wired.text('我的订单在哪里？ It went to Łódź')
  await wired.text({ body: 'Ticket 1 said the same', from: OTHER })
  await wired.desk.persistence.settleSearch()
  const search = async (words: string) => {
    const response = await wired.desk.agent.get(`/api/tickets?view=all&q=${encodeURIComponent(words)}`)
    expect(response.statusCode).toBe(200)
    return response.json().items as { number: number; hit?: { body: string; ranges: [number, number][] } }[]
  }
  return { wired, search }
}

it('a search shows the message that holds the words, and where', async () => {
  const { wired, search } = await open()
  const [message] = (await wired.timeline()).filter(({ type }) => type === 'message')
  const body = '我的订单在哪里？ It went to Łódź'
  expect(await search('lodz')).toMatchObject([{ number: 1, hit: { messageId: message?.id, body, ranges: [[20, 24]] } }])
  expect((await search('订单'))[0]?.hit?.ranges).toEqual([[2, 4]])
  const [byPhone] = await search('(0121) 496')
  expect(byPhone?.number).toBe(2)
  expect(byPhone).not.toHaveProperty('hit')
})

it('a search for a number has that ticket first', async () => {
  const { search } = await open()
  for (const words of ['1', '#1', '＃１']) expect((await search(words)).map(({ number }) => number)).toEqual([1, 2])
  expect((await search('#2')).map(({ number }) => number)).toEqual([2])
})
