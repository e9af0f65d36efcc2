import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useConnection } from './connection.ts'

describe('the connection as the banner shows it', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    setActivePinia(createPinia())
  })
  afterEach(() => vi.useRealTimers())

  it('keeps quiet about a blip, and tells of a loss after 1.5 s until the desk is heard again', () => {
    const connection = useConnection()
    connection.change('open')
    connection.change('broken')
    vi.advanceTimersByTime(1499)
    expect(connection.isLost).toBe(false)
    connection.change('open')
    vi.advanceTimersByTime(5000)
    expect(connection.isLost).toBe(false)

    connection.change('broken')
    connection.change('broken')
    vi.advanceTimersByTime(1500)
    expect(connection.isLost).toBe(true)
    connection.change('polling')
    expect(connection).toMatchObject({ isLost: false, isPolling: true })
    connection.change('open')
    expect(connection.isPolling).toBe(false)
  })
})
