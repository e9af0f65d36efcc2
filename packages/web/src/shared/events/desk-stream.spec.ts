import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DeskStream } from './desk-stream.ts'

class FakeSource extends EventTarget {
  closed = false
  close(): void {
    this.closed = true
  }
  send(event: string, data = '{}'): void {
    this.dispatchEvent(new MessageEvent(event, { data }))
  }
}

let sources: FakeSource[]
let heard: string[]
let signedIn: boolean
let stream: DeskStream

const latest = (): FakeSource => sources.at(-1) ?? expect.unreachable('nothing was opened')

describe('DeskStream', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    sources = []
    heard = []
    signedIn = true
    stream = new DeskStream({
      listener: {
        ticket: (number) => heard.push(`ticket ${number}`),
        reset: () => heard.push('reset'),
        state: (state) => heard.push(state),
      },
      isSignedIn: async () => signedIn,
      random: () => 1,
      open: () => {
        const source = new FakeSource()
        sources.push(source)
        return source as unknown as EventSource
      },
    })
    stream.start()
    heard = []
  })

  afterEach(() => {
    stream.stop()
    vi.useRealTimers()
  })

  it('tells of tickets, and of everything being stale', () => {
    latest().send('open')
    latest().send('reset')
    latest().send('ticket', '{"number":42,"what":"message"}')
    expect(heard).toEqual(['open', 'reset', 'ticket 42'])
  })

  it('reconnects after an error, with growing pauses that start over once it was back', async () => {
    const pauses = [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]
    for (const [failures, pause] of pauses.entries()) {
      latest().send('error')
      await vi.advanceTimersByTimeAsync(pause - 1)
      expect(sources).toHaveLength(failures + 1)
      await vi.advanceTimersByTimeAsync(1)
      expect(sources).toHaveLength(failures + 2)
    }
    heard = []
    latest().send('open')
    expect(heard).toEqual(['open'])
    latest().send('error')
    await vi.advanceTimersByTimeAsync(1000)
    expect(sources).toHaveLength(pauses.length + 2)
  })

  it('takes 35 s without a ping for a broken stream', async () => {
    latest().send('open')
    await vi.advanceTimersByTimeAsync(30_000)
    latest().send('ping')
    await vi.advanceTimersByTimeAsync(34_999)
    expect(heard).not.toContain('broken')
    await vi.advanceTimersByTimeAsync(1)
    expect(heard).toContain('broken')
    expect(latest().closed).toBe(true)
  })

  it('stops when the session is gone, and starts again when told to', async () => {
    signedIn = false
    latest().send('error')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(sources).toHaveLength(1)
    expect(heard).toEqual(['broken', 'stopped'])
    stream.start()
    expect(sources).toHaveLength(2)
  })

  it('tries at once when asked to, but opens no second stream beside one that works', async () => {
    stream.retryNow()
    expect(sources).toHaveLength(1)
    latest().send('error')
    stream.retryNow()
    expect(sources).toHaveLength(2)
  })

  it('an old stream that fails late disturbs nobody', async () => {
    const old = latest()
    old.send('error')
    await vi.advanceTimersByTimeAsync(1000)
    latest().send('open')
    heard = []
    old.send('error')
    await vi.advanceTimersByTimeAsync(60)
    expect(heard).toEqual([])
  })
})
