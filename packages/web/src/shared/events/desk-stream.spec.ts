import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeSource } from '../testing/fake-source.ts'
import { DeskStream, type SessionAnswer } from './desk-stream.ts'

let sources: FakeSource[]
let heard: string[]
let answer: SessionAnswer
let stream: DeskStream

const latest = (): FakeSource => sources.at(-1) ?? expect.unreachable('nothing was opened')

/** The stream breaks as often as told, each time when it has been tried again. */
async function fail(times: number): Promise<void> {
  for (let failure = 0; failure < times; failure += 1) {
    const opened = sources.length
    latest().send('error')
    while (sources.length === opened) await vi.advanceTimersByTimeAsync(500)
  }
}

describe('DeskStream', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    sources = []
    heard = []
    answer = 'unanswered'
    stream = new DeskStream({
      listener: {
        event: ({ event, data }) => heard.push(event === 'ticket' ? `ticket ${data.number}` : event),
        state: (state) => heard.push(state),
      },
      askSession: async () => answer,
      random: () => 1,
      open: () => {
        const source = new FakeSource()
        sources.push(source)
        return source.asEventSource()
      },
    })
    stream.start()
    heard = []
  })

  afterEach(() => {
    stream.stop()
    vi.useRealTimers()
  })

  it('tells of tickets, of who looks at one, and of everything being stale', () => {
    latest().send('open')
    latest().send('reset')
    latest().send('ticket', '{"number":42,"what":"message"}')
    latest().send('presence', '{"number":42,"viewers":[]}')
    expect(heard).toEqual(['open', 'reset', 'ticket 42', 'presence'])
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
    answer = 'out'
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
    stream.lost()
    expect(latest().closed).toBe(true)
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

  it('after three failures everything is fetched every 10 s, until the stream is back', async () => {
    answer = 'in'
    await fail(2)
    expect(heard).not.toContain('polling')
    latest().send('error')
    await vi.advanceTimersByTimeAsync(0)
    expect(heard.slice(-2)).toEqual(['polling', 'reset'])
    heard = []
    await vi.advanceTimersByTimeAsync(30_000)
    expect(heard.filter((what) => what === 'reset')).toHaveLength(3)
    latest().send('open')
    heard = []
    await vi.advanceTimersByTimeAsync(30_000)
    expect(heard).toEqual([])
  })

  it('a desk that answers again is not made to wait for a long pause', async () => {
    await fail(5)
    latest().send('error')
    const tried = sources.length
    heard = []
    answer = 'in'
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sources).toHaveLength(tried + 1)
    expect(heard).toContain('polling')
    answer = 'out'
    await vi.advanceTimersByTimeAsync(10_000)
    expect(heard.at(-1)).toBe('stopped')
  })
})
