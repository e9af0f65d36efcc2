import { Writable } from 'node:stream'
import type { Change } from '@textdesk/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EventHub, PING_EVERY_MS } from './event-hub.ts'
import { EventStream } from './event-stream.ts'
import { MemoryPresence } from './memory-presence.ts'
import { PRESENCE_GAP_MS } from './presence-announcer.ts'

const RESET = 'event: reset\ndata: {}\n\n'
const PING = 'event: ping\ndata: {}\n\n'

class Page {
  heard = ''
  allowed = true
  readonly response: Writable
  readonly stream: EventStream

  looks = 0

  /** One that does not read takes nothing off the stream. */
  constructor(agentId = 'ada', reads = true, sessionId: string = crypto.randomUUID()) {
    const take = (chunk: Buffer, done: () => void) => {
      this.heard += chunk.toString()
      if (reads) done()
    }
    this.response = new Writable({ write: (chunk, _encoding, done) => take(chunk, done) })
    const isStillAllowed = async () => {
      this.looks += 1
      return this.allowed
    }
    this.stream = new EventStream({ response: this.response, agentId, sessionId, isStillAllowed })
  }
}

let announce: (...changes: Change[]) => void
let subscribed: boolean
let hub: EventHub
let presence: MemoryPresence

beforeEach(() => {
  vi.useFakeTimers()
  const subscribe = (listener: (changes: readonly Change[]) => void) => {
    announce = (...changes) => listener(changes)
    subscribed = true
    return () => {
      subscribed = false
    }
  }
  presence = new MemoryPresence()
  hub = new EventHub({ changeFeed: { subscribe }, presence })
})

afterEach(() => {
  hub.close()
  vi.useRealTimers()
})

function open(page: Page): Page {
  hub.add(page.stream)
  return page
}

const text = (ticketNumber: number): Change => ({ kind: 'ticket', ticketNumber, what: 'text' })

describe('EventHub', () => {
  it('tells a new page to fetch everything, then what changes', () => {
    const page = open(new Page())
    announce(text(7))
    expect(page.heard).toBe(`${RESET}event: ticket\ndata: {"number":7,"what":"text"}\n\n`)
  })

  it('tells every page', () => {
    const pages = [open(new Page('ada')), open(new Page('bob')), open(new Page('bob'))]
    announce(text(7))
    for (const page of pages) expect(page.heard).toContain('{"number":7,"what":"text"}')
  })

  it('tells a page that left nothing more', () => {
    const page = open(new Page())
    hub.remove(page.stream)
    announce(text(7))
    expect(page.heard).toBe(RESET)
  })

  it('pings', async () => {
    const page = open(new Page())
    await vi.advanceTimersByTimeAsync(PING_EVERY_MS)
    expect(page.heard).toBe(RESET + PING)
  })

  it('says that the canned replies changed', () => {
    const page = open(new Page())
    announce({ kind: 'canned-replies' })
    expect(page.heard).toBe(`${RESET}event: canned-replies\ndata: {}\n\n`)
  })

  it('tells a new page who looks at what, then everybody who comes, writes and goes', () => {
    presence.see({ ticketNumber: 7, agent: { id: 'ada', name: 'Ada' }, writing: false })
    const page = open(new Page())
    const ada = '{"id":"ada","name":"Ada","writing":false}'
    expect(page.heard).toBe(`${RESET}event: presence\ndata: {"number":7,"viewers":[${ada}]}\n\n`)
    presence.see({ ticketNumber: 7, agent: { id: 'bob', name: 'Bob' }, writing: false })
    vi.advanceTimersByTime(PRESENCE_GAP_MS)
    page.heard = ''
    presence.see({ ticketNumber: 7, agent: { id: 'bob', name: 'Bob' }, writing: true })
    presence.leave(7, 'ada')
    presence.leave(7, 'bob')
    vi.advanceTimersByTime(PRESENCE_GAP_MS)
    expect(page.heard).toContain('"viewers":[]')
    expect(page.heard.match(/event: presence/g)?.length).toBeLessThanOrEqual(2)
  })

  it('makes pages fetch everything when an inbox changed', () => {
    const page = open(new Page())
    announce({ kind: 'inbox', inboxId: 'i' })
    expect(page.heard).toBe(RESET + RESET)
  })

  it('tells of the desk as a whole without making anybody fetch everything', () => {
    const page = open(new Page())
    announce({ kind: 'desk', what: 'alerts' })
    hub.hint('webhooks')
    expect(page.heard).toBe(
      `${RESET}event: desk\ndata: {"what":"alerts"}\n\nevent: desk\ndata: {"what":"webhooks"}\n\n`,
    )
  })

  it('ends the streams of an agent who may no longer listen, and nobody else', async () => {
    const [ada, bob] = [open(new Page('ada')), open(new Page('bob'))]
    ada.allowed = false
    bob.allowed = false
    announce({ kind: 'agent', agentId: 'ada' })
    await vi.advanceTimersByTimeAsync(0)
    expect([ada.response.writableEnded, bob.response.writableEnded]).toEqual([true, false])
    expect(ada.heard).toContain('event: signed-out')
  })

  it('ends the stream of a session that ran out, with the next ping', async () => {
    const page = open(new Page())
    page.allowed = false
    await vi.advanceTimersByTimeAsync(PING_EVERY_MS)
    expect(page.response.writableEnded).toBe(true)
    expect(page.heard).not.toContain('signed-out')
  })

  it('cuts a page that does not read at 64 KB, while the others get everything', async () => {
    const [stalled, reading] = [open(new Page('ada', false)), open(new Page('bob'))]
    for (let number = 1; number <= 5_000 && !stalled.response.destroyed; number += 1) {
      announce(text(number))
      await vi.advanceTimersByTimeAsync(25)
    }
    expect(stalled.response.destroyed).toBe(true)
    expect(stalled.response.writableLength).toBeLessThan(80 * 1024)
    expect(reading.response.destroyed).toBe(false)
    announce(text(9_999))
    expect(reading.heard).toContain('"number":9999')
  })

  it('cuts a page that has read nothing for half a minute, however little there was to read', async () => {
    const [stalled, reading] = [open(new Page('ada', false)), open(new Page('bob'))]
    await vi.advanceTimersByTimeAsync(PING_EVERY_MS)
    expect(stalled.response.destroyed).toBe(false)
    await vi.advanceTimersByTimeAsync(3 * PING_EVERY_MS)
    expect([stalled.response.destroyed, reading.response.destroyed]).toEqual([true, false])
    expect(stalled.response.writableLength).toBeLessThan(1024)
  })

  it('keeps 20 streams of a session and cuts the oldest: who comes back has left them behind', () => {
    const other = open(new Page('bob'))
    const pages = Array.from({ length: 25 }, () => open(new Page('ada', true, 'one session')))
    expect(pages.map(({ response }) => response.destroyed)).toEqual([...Array(5).fill(true), ...Array(20).fill(false)])
    expect(hub.size).toBe(21)
    announce(text(7))
    expect(pages.at(-1)?.heard).toContain('"number":7')
    expect(other.heard).toContain('"number":7')
  })

  it('looks once at a session for all its streams, and ends all of them', async () => {
    const pages = Array.from({ length: 20 }, () => open(new Page('ada', true, 'one session')))
    await vi.advanceTimersByTimeAsync(PING_EVERY_MS)
    expect(pages.reduce((sum, { looks }) => sum + looks, 0)).toBe(1)
    for (const page of pages) page.allowed = false
    announce({ kind: 'agent', agentId: 'ada' })
    await vi.advanceTimersByTimeAsync(0)
    expect(pages.reduce((sum, { looks }) => sum + looks, 0)).toBe(2)
    expect(pages.every(({ response }) => response.writableEnded)).toBe(true)
    expect(hub.size).toBe(0)
  })

  it('ends every stream when it closes, and takes no more', () => {
    const page = open(new Page())
    hub.close()
    const late = open(new Page())
    expect([page.response.writableEnded, late.response.writableEnded, subscribed]).toEqual([true, true, false])
  })
})
