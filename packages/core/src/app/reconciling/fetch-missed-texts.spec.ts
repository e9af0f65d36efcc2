import { beforeEach, describe, expect, it } from 'vitest'
import { FakeMessageArchive } from '../../../testing/fakes/fake-message-archive.ts'
import { ANA, BEN, TestDesk } from '../../../testing/test-desk.ts'
import { ReceiveText } from '../receiving/receive-text.ts'
import { FetchMissedTexts } from './fetch-missed-texts.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

let desk: TestDesk
let archive: FakeMessageArchive
let fetchMissed: FetchMissedTexts

beforeEach(async () => {
  desk = await TestDesk.open()
  archive = new FakeMessageArchive({ pageSize: 10 })
  fetchMissed = new FetchMissedTexts({
    ...desk.deps,
    receiveText: new ReceiveText(desk.deps),
    archives: { messagebird: archive },
  })
})

/** A customer texts now; whether the desk hears of it is another matter. */
function sendText(providerId: string, body = 'Yes', from = ANA): number {
  const at = desk.clock.now()
  archive.addReceived({ providerId, from: { kind: 'phone', value: from }, body, at })
  return at
}

/** The webhook of that text comes now, with as much about it as it cares to say. */
function webhook(body = 'Yes', told: { providerId?: string; sentAt?: number; key?: string } = {}) {
  const { providerId = null, sentAt = null } = told
  const key = told.key ?? (providerId === null ? undefined : `id:${providerId}`)
  return desk.receive(body, ANA, { told: { providerId, sentAt }, ...(key !== undefined && { receiptKey: key }) })
}

async function fetchAfter(ms: number) {
  desk.clock.advance(ms)
  return fetchMissed.execute()
}

const texts = async () =>
  (await desk.messages()).flatMap(({ direction, body, arrival }) => (direction === 'in' ? [[body, arrival?.by]] : []))

describe('fetching missed texts', () => {
  it('threads a text whose webhook never came, as the webhook would have, and keeps when it was sent', async () => {
    const at = sendText('a', 'Hello?')
    expect(await fetchAfter(2 * MINUTE)).toEqual({ fetched: 1, trouble: null })
    const [text, confirmation] = await desk.messages()
    expect(text).toMatchObject({ body: 'Hello?', at: at + 2 * MINUTE })
    expect(text?.arrival).toEqual({ by: 'fetched', sentAt: at, providerId: 'a' })
    expect(confirmation).toMatchObject({ kind: 'auto', purpose: 'confirmation' })
    expect((await desk.ticket()).waitingSince).toBe(at + 2 * MINUTE)
    expect(await fetchAfter(MINUTE)).toMatchObject({ fetched: 0 })
    expect(await texts()).toEqual([['Hello?', 'fetched']])
  })

  it('lets the webhook go first', async () => {
    sendText('a')
    expect(await fetchAfter(2 * MINUTE - 1)).toMatchObject({ fetched: 0 })
    await webhook('Yes', { providerId: 'a' })
    expect(await fetchAfter(MINUTE)).toMatchObject({ fetched: 0 })
    expect(await texts()).toEqual([['Yes', 'webhook']])
  })

  it('takes them in as they were written, and each customer into a ticket of their own', async () => {
    sendText('a', 'First')
    desk.clock.advance(SECOND)
    sendText('b', 'Hi', BEN)
    desk.clock.advance(SECOND)
    sendText('c', 'Second')
    expect(await fetchAfter(3 * MINUTE)).toMatchObject({ fetched: 3 })
    expect((await texts()).map(([body]) => body)).toEqual(['First', 'Second'])
    expect(await desk.ticketCount()).toBe(2)
  })

  it.each([
    ['no name and no time', {}],
    ['a time alone', { sentAt: 0 }],
    ['another name than the list', { providerId: 'x', sentAt: 0 }],
  ])('knows a text again whose webhook came with %s, before or after the fetch', async (_, told) => {
    for (const webhookFirst of [true, false]) {
      const at = sendText(`a-${webhookFirst}`, `Yes ${webhookFirst}`)
      const says = { ...told, ...('sentAt' in told && { sentAt: at }) }
      if (webhookFirst) await webhook(`Yes ${webhookFirst}`, says)
      await fetchAfter(3 * MINUTE)
      if (!webhookFirst) await webhook(`Yes ${webhookFirst}`, { ...says, key: 'late' })
      await fetchAfter(MINUTE)
    }
    expect(await texts()).toEqual([
      ['Yes true', 'webhook'],
      ['Yes false', 'fetched'],
    ])
  })

  it('takes the same words for as many texts as the provider has', async () => {
    sendText('a')
    await webhook()
    desk.clock.advance(MINUTE)
    sendText('b')
    desk.clock.advance(MINUTE)
    sendText('c')
    await webhook('Yes', { providerId: 'c' })
    expect(await fetchAfter(3 * MINUTE)).toMatchObject({ fetched: 1 })
    expect(await texts()).toHaveLength(3)
  })

  it('finds the text it took for another once the list names that one', async () => {
    sendText('a')
    desk.clock.advance(MINUTE)
    const at = desk.clock.now()
    await webhook('Yes', { providerId: 'b', sentAt: at })
    // The list is late with the second.
    expect(await fetchAfter(2 * MINUTE)).toMatchObject({ fetched: 0 })
    archive.addReceived({ providerId: 'b', from: { kind: 'phone', value: ANA }, body: 'Yes', at })
    expect(await fetchAfter(MINUTE)).toMatchObject({ fetched: 1 })
    expect(await texts()).toHaveLength(2)
  })

  it('reaches back to where it left off, and never before the number went live', async () => {
    archive.addReceived({
      providerId: 'old',
      from: { kind: 'phone', value: ANA },
      body: 'Before',
      at: desk.clock.now() - 1,
    })
    expect(await fetchAfter(2 * MINUTE)).toMatchObject({ fetched: 0 })
    sendText('a', 'While it was down')
    desk.clock.advance(30 * HOUR)
    const restarted = new FetchMissedTexts({
      ...desk.deps,
      receiveText: new ReceiveText(desk.deps),
      archives: { messagebird: archive },
    })
    expect(await restarted.execute()).toMatchObject({ fetched: 1 })
    expect(archive.queries.at(-1)?.since).toBe(desk.inbox.createdAt)
    await restarted.execute()
    expect(archive.queries.at(-1)?.since).toBe(desk.clock.now() - 17 * MINUTE)
  })

  it('reads a list that is too long for one run in several', async () => {
    for (let n = 0; n < 450; n += 1) {
      sendText(`id-${n}`, `Text ${n}`)
      desk.clock.advance(SECOND)
    }
    const runs: number[] = []
    for (let run = 0; run < 4; run += 1) runs.push((await fetchAfter(2 * MINUTE)).fetched)
    expect(runs).toEqual([200, 200, 50, 0])
    expect(await texts()).toHaveLength(100)
  })

  it('keeps its place when the list cannot be read, and brings no text twice', async () => {
    sendText('a')
    archive.failWith('unclear answer: HTTP 500')
    expect(await fetchAfter(3 * MINUTE)).toMatchObject({ fetched: 0, trouble: { reason: 'unclear answer: HTTP 500' } })
    archive.failWith(null)
    expect(await fetchAfter(20 * MINUTE)).toMatchObject({ fetched: 1, trouble: null })
    expect(await fetchAfter(MINUTE)).toMatchObject({ fetched: 0 })
  })

  it('does not bring back what was erased', async () => {
    sendText('a')
    await webhook('Yes', { providerId: 'a' })
    const [text] = await desk.messages()
    await desk.write(({ erasure }) => erasure.eraseMessages(text?.contactId ?? '', 10))
    expect(await fetchAfter(3 * MINUTE)).toMatchObject({ fetched: 0 })
  })
})
