import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, ref } from 'vue'
import { useTicket } from '../../entities/ticket/use-timeline.ts'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { inbound, ticket } from '../../shared/testing/items.ts'
import { type Mounted, mountInApp } from '../../shared/testing/mount-app.ts'
import { useMarkRead } from './use-mark-read.ts'

const READ = '/api/tickets/1/read'
const Pane = defineComponent({
  setup: () => {
    useMarkRead(useTicket(1).data, ref([inbound({ seq: 1 })]))
    return () => null
  },
})

let desk: FakeDesk
let mounted: Mounted
const tries = () => desk.askedFor('PUT', READ).length

async function pass(seconds: number): Promise<number> {
  await vi.advanceTimersByTimeAsync(seconds * 1000)
  await flushPromises()
  return tries()
}

describe('marking a ticket as read', () => {
  beforeEach(async () => {
    vi.useFakeTimers()
    desk = new FakeDesk()
    desk.answer('GET', '/api/tickets/1', { status: 200, json: ticket({ unread: true }) })
    mounted = mountInApp(Pane, {})
    await flushPromises()
  })
  afterEach(() => {
    mounted.wrapper.unmount()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('waits longer after each time that the desk does not take it, up to a minute', async () => {
    desk.answer('PUT', READ, { status: 503, json: { code: 'storage-unavailable', detail: 'Try again.' } })
    expect(await pass(1)).toBe(1)
    expect(await pass(1)).toBe(1)
    expect(await pass(1)).toBe(2)
    expect(await pass(3)).toBe(2)
    expect(await pass(1)).toBe(3)
    await pass(600)
    const late = tries()
    expect(await pass(59)).toBeLessThanOrEqual(late + 1)
    expect(late).toBeLessThan(18)
  })

  it('is done once the desk takes it', async () => {
    desk.answer('PUT', READ, { status: 503 }, { status: 204 })
    expect(await pass(1)).toBe(1)
    desk.answer('GET', '/api/tickets/1', { status: 200, json: ticket({ unread: false }) })
    expect(await pass(60)).toBe(2)
  })
})
