import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeBrowser } from '../testing/fake-browser.ts'
import { FakeSource } from '../testing/fake-source.ts'
import { SharedStream } from './shared-stream.ts'

let browser: FakeBrowser
let sources: FakeSource[]
let tabs: SharedStream[]

interface Tab {
  readonly stream: SharedStream
  readonly heard: string[]
  /** The tickets it was told somebody looks at. */
  readonly presence: number[]
}

async function openTab(locks: FakeBrowser['locks'] | null = browser.locks): Promise<Tab> {
  const heard: string[] = []
  const presence: number[] = []
  const stream = new SharedStream({
    locks,
    openChannel: browser.openChannel,
    listener: {
      event: ({ event, data }) => {
        heard.push(event)
        if (event === 'presence') presence.push(data.number)
      },
      state: (state) => heard.push(state),
    },
    askSession: async () => 'in',
    open: () => {
      const source = new FakeSource()
      sources.push(source)
      return source.asEventSource()
    },
  })
  tabs.push(stream)
  stream.start()
  await vi.advanceTimersByTimeAsync(0)
  return { stream, heard, presence }
}

const latest = (): FakeSource => sources.at(-1) ?? expect.unreachable('nothing was opened')
const open = (): FakeSource[] => sources.filter(({ closed }) => !closed)

describe('SharedStream', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    browser = new FakeBrowser()
    sources = []
    tabs = []
  })
  afterEach(() => {
    for (const tab of tabs) tab.stop()
    vi.useRealTimers()
  })

  it('opens one stream for all tabs, and every tab hears it', async () => {
    const first = await openTab()
    const second = await openTab()
    expect(sources).toHaveLength(1)
    latest().send('open')
    latest().send('ticket', '{"number":42,"what":"message"}')
    expect(first.heard.slice(-2)).toEqual(['open', 'ticket'])
    expect(second.heard.at(-1)).toBe('ticket')
  })

  it('a tab that joins a stream that is open fetches what it may have missed', async () => {
    await openTab()
    latest().send('open')
    const late = await openTab()
    expect(late.heard.slice(-2)).toEqual(['open', 'reset'])
  })

  it('a tab that joins hears who looks at what right now, after it forgot all else', async () => {
    const ben = '[{"id":"a2","name":"Ben","writing":false}]'
    await openTab()
    latest().send('open')
    latest().send('presence', `{"number":1,"viewers":${ben}}`)
    latest().send('presence', `{"number":2,"viewers":${ben}}`)
    latest().send('presence', '{"number":2,"viewers":[]}')
    const late = await openTab()
    expect(late.heard.slice(-3)).toEqual(['open', 'reset', 'presence'])
    expect(late.presence).toEqual([1])
    latest().send('reset')
    const later = await openTab()
    expect(later.presence).toEqual([])
  })

  it('when the tab with the stream closes, the next one opens its own and tells the rest', async () => {
    const first = await openTab()
    latest().send('open')
    const second = await openTab()
    const third = await openTab()
    first.stream.stop()
    await vi.advanceTimersByTimeAsync(0)
    expect(open()).toHaveLength(1)
    latest().send('open')
    latest().send('reset')
    expect(second.heard.slice(-2)).toEqual(['open', 'reset'])
    expect(third.heard.slice(-2)).toEqual(['open', 'reset'])
  })

  it('all tabs know that the stream broke', async () => {
    await openTab()
    latest().send('open')
    const second = await openTab()
    latest().send('error')
    expect(second.heard.at(-1)).toBe('broken')
  })

  it('a tab that holds the stream and falls silent loses it to one that listens', async () => {
    // A tab that is put to sleep keeps its lock and says nothing more.
    void browser.locks.request('textdesk.events', {}, () => new Promise(() => undefined)).catch(() => undefined)
    const awake = await openTab()
    await vi.advanceTimersByTimeAsync(74_000)
    expect(sources).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1000)
    expect(sources).toHaveLength(1)
    latest().send('open')
    expect(awake.heard.at(-1)).toBe('open')
  })

  it('a tab that was robbed of the lock closes its stream and listens on', async () => {
    const first = await openTab()
    latest().send('open')
    const thief = browser.openChannel()
    const held = browser.locks.request('textdesk.events', { steal: true }, () => new Promise(() => undefined))
    void held.catch(() => undefined)
    await vi.advanceTimersByTimeAsync(0)
    expect(open()).toHaveLength(0)
    thief.postMessage({ kind: 'event', event: { event: 'ticket', data: { number: 1, what: 'text' } } })
    expect(first.heard.at(-1)).toBe('ticket')
  })

  it('where the browser has no locks every tab has a stream of its own', async () => {
    await openTab(null)
    await openTab(null)
    expect(open()).toHaveLength(2)
  })
})
