import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ticket } from '../../shared/testing/items.ts'
import { arrowTo, mountWithKeys, press } from '../../shared/testing/keyboard.ts'
import SnoozeMenu from './SnoozeMenu.vue'

/** A Wednesday. */
const NOW = new Date(2026, 10, 18, 14, 30)

let wrapper: VueWrapper

function open(status: 'open' | 'snoozed' = 'open'): void {
  wrapper = mountWithKeys(SnoozeMenu, { ticket: ticket({ status }), onSnooze: snoozed, onWake: woken }).wrapper
}

const snoozed = vi.fn<(until: string) => void>()
const woken = vi.fn<() => void>()
const items = () => [...document.querySelectorAll('[role="menuitem"]')].map(({ textContent }) => textContent?.trim())

describe('SnoozeMenu', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
    vi.clearAllMocks()
  })
  afterEach(() => {
    wrapper.unmount()
    vi.useRealTimers()
  })

  it('h opens it, arrows choose, Enter snoozes until then', async () => {
    open()
    await press('h')
    expect(items()).toEqual([
      'In 1 hour 15:30',
      'Tomorrow 9:00 Thu 09:00',
      'Monday 9:00 Mon 09:00',
      'Pick a day and time',
    ])
    await arrowTo('Tomorrow')
    await press('Enter')
    expect(snoozed.mock.calls).toEqual([[new Date(2026, 10, 19, 9).toISOString()]])
    expect(items()).toEqual([])
  })

  it('Escape closes it and changes nothing', async () => {
    open()
    await press('h', 'Escape')
    expect(items()).toEqual([])
    expect(snoozed).not.toHaveBeenCalled()
  })

  it('a time of one’s own is asked for until it lies ahead', async () => {
    open()
    await press('h', 'End', 'Enter')
    await flushPromises()
    const field = document.querySelector<HTMLInputElement>('[role="dialog"] input')
    const enter = async (value: string): Promise<void> => {
      if (!field) throw new Error('The dialog did not open')
      field.value = value
      field.dispatchEvent(new Event('input'))
      field.form?.requestSubmit()
      await flushPromises()
    }
    await enter('2026-11-18T14:00')
    expect(document.querySelector('[role="alert"]')?.textContent).toBe('Choose a time that is still to come.')
    expect(snoozed).not.toHaveBeenCalled()
    await enter('2026-11-20T08:00')
    expect(snoozed.mock.calls).toEqual([[new Date(2026, 10, 20, 8).toISOString()]])
    expect(document.querySelector('[role="dialog"]')).toBeNull()
  })

  it('offers to wake only what sleeps', async () => {
    open('snoozed')
    await press('h', 'End', 'Enter')
    expect(woken).toHaveBeenCalledTimes(1)
  })
})
