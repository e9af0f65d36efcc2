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

describe('a storage that fails while texts leave', () => {
  it('is told what became of a text until it takes it, and nothing is sent again', async () => {
    outbox.unrecordable = 3
    dispatcher.start()
    outbox.add('a')
    await pass(1_500)
    expect({ sent: outbox.sent, recorded: outbox.recorded }).toEqual({ sent: ['a'], recorded: [] })
    await pass(60_000)
    expect({ sent: outbox.sent, recorded: outbox.recorded }).toEqual({ sent: ['a'], recorded: ['a'] })
    expect(outbox.errors).toHaveLength(1)
  })

  it('is asked again to let a text go that it would not let go at first', async () => {
    outbox.undepartable = 3
    dispatcher.start()
    outbox.add('a')
    await pass(5_000)
    expect(outbox.sent).toEqual(['a'])
  })

  it('is asked no more once the desk stops: the rescue decides at the next start', async () => {
    outbox.unrecordable = Number.POSITIVE_INFINITY
    dispatcher.start()
    outbox.add('a')
    await pass(5_000)
    const stopped = vi.fn()
    dispatcher.stop().then(stopped)
    await pass(1_000)
    expect(stopped).toHaveBeenCalled()
  })
})
