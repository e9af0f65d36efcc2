import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeOutbox } from '../../test/support/fake-outbox.ts'
import { Dispatcher } from './dispatcher.ts'

let outbox: FakeOutbox
let dispatcher: Dispatcher

beforeEach(() => {
  vi.useFakeTimers()
  outbox = new FakeOutbox()
  dispatcher = new Dispatcher(outbox.deps)
})

afterEach(async () => {
  outbox.finishAll()
  await dispatcher.stop()
  vi.useRealTimers()
})

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('Dispatcher', () => {
  it('sends what was due before it started', async () => {
    outbox.due.push({ id: 'a', at: Date.now() })
    dispatcher.start()
    await pass(1)
    expect(outbox.sent).toEqual(['a'])
  })

  it('sends what comes up within milliseconds', async () => {
    dispatcher.start()
    await pass(1_000)
    outbox.add('a')
    await pass(10)
    expect(outbox.sent).toEqual(['a'])
  })

  it('sends a held text when its time has come, without a further hint', async () => {
    dispatcher.start()
    outbox.add('a', Date.now() + 5_000)
    await pass(4_900)
    expect(outbox.sent).toEqual([])
    await pass(200)
    expect(outbox.sent).toEqual(['a'])
  })

  it('finds lost work although nobody announces it', async () => {
    dispatcher.start()
    await pass(100)
    outbox.due.push({ id: 'a', at: Date.now() })
    await pass(15_000)
    expect(outbox.sent).toEqual(['a'])
  })

  it('looks a few times a second for what is due and in other hands, and sends it soon after they let go', async () => {
    outbox.heldBack = true
    dispatcher.start()
    outbox.add('a')
    await pass(5_000)
    expect(outbox.claims).toBeGreaterThan(40)
    expect(outbox.claims).toBeLessThan(60)
    outbox.heldBack = false
    await pass(100)
    expect(outbox.sent).toEqual(['a'])
  })

  it('never looks twice at once, however much is announced, and bounds the sends', async () => {
    outbox.slow = true
    dispatcher.start()
    for (let i = 0; i < 100; i += 1) outbox.add(String(i))
    await pass(1_000)
    expect({ looks: outbox.mostClaiming, sends: outbox.mostSending }).toEqual({ looks: 1, sends: 32 })
    outbox.slow = false
    outbox.finishAll()
    await pass(1_000)
    expect(outbox.sent).toHaveLength(100)
  })

  it('lets no text wait for a slow one', async () => {
    outbox.slow = true
    dispatcher.start()
    outbox.add('slow')
    await pass(100)
    outbox.slow = false
    outbox.add('quick')
    await pass(100)
    expect(outbox.sent).toEqual(['quick'])
  })

  it('backs off while the storage fails, says so, and recovers by itself', async () => {
    outbox.broken = true
    dispatcher.start()
    for (let i = 0; i < 300; i += 1) {
      outbox.announce()
      await pass(100)
    }
    expect(outbox.claims).toBeLessThan(20)
    expect(outbox.errors).toHaveLength(outbox.claims)
    expect(dispatcher.isHealthy).toBe(false)
    outbox.broken = false
    outbox.add('a')
    await pass(2_000)
    expect(outbox.sent).toEqual(['a'])
    expect(dispatcher.isHealthy).toBe(true)
  })

  it('goes on after a send that could not be recorded', async () => {
    dispatcher.start()
    outbox.add('bad')
    outbox.add('a')
    await pass(100)
    expect(outbox.sent).toEqual(['a'])
    expect(outbox.errors).toHaveLength(1)
  })

  it('goes on though nothing can be rescued, and says so', async () => {
    outbox.unrescuable = true
    dispatcher.start()
    outbox.add('a')
    await pass(100)
    expect(outbox.sent).toEqual(['a'])
    expect(outbox.errors).toEqual([new Error('rescue')])
  })

  it('looks for dead senders at the start and then every few seconds, not at every hint', async () => {
    dispatcher.start()
    for (let i = 0; i < 100; i += 1) {
      outbox.announce()
      await pass(100)
    }
    expect(outbox.rescues).toBeGreaterThanOrEqual(2)
    expect(outbox.rescues).toBeLessThanOrEqual(3)
  })

  it('stops only once the texts on their way have arrived somewhere, and starts no other', async () => {
    outbox.slow = true
    dispatcher.start()
    outbox.add('a')
    await pass(100)
    let stopped = false
    const stopping = dispatcher.stop().then(() => {
      stopped = true
    })
    outbox.add('b')
    await pass(60_000)
    expect(stopped).toBe(false)
    outbox.finishAll()
    await stopping
    expect(outbox.sent).toEqual(['a'])
  })
})
