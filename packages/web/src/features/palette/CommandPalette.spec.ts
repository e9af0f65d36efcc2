import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useShortcut } from '../../shared/keys/use-shortcut.ts'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { ticket } from '../../shared/testing/items.ts'
import { mountWithKeys, press } from '../../shared/testing/keyboard.ts'
import CommandPalette from './CommandPalette.vue'

const push = vi.hoisted(() => vi.fn<(to: string) => void>())
vi.mock('vue-router', () => ({ useRouter: () => ({ push }) }))

let desk: FakeDesk
let wrapper: VueWrapper
const done: string[] = []

/** The palette of a page on which a ticket can be assigned and tagged. */
const Page = defineComponent({
  setup() {
    useShortcut('assignToMe', () => done.push('assigned'))
    useShortcut('tag', () => done.push('tagged'))
    return () => h(CommandPalette, { onClose: () => done.push('closed') })
  },
})

const field = (): HTMLInputElement => document.querySelector('[role="combobox"]') ?? expect.unreachable('no field')
const options = () => [...document.querySelectorAll('[role="option"]')]
const titles = () => options().map((option) => option.querySelector('span')?.textContent)
const active = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.querySelector('span')?.textContent

async function type(text: string): Promise<void> {
  field().value = text
  field().dispatchEvent(new Event('input'))
  await flushPromises()
}

describe('CommandPalette', () => {
  beforeEach(async () => {
    done.length = 0
    push.mockClear()
    desk = new FakeDesk()
    wrapper = mountWithKeys(Page, {}).wrapper
    await flushPromises()
  })
  afterEach(() => {
    wrapper.unmount()
    vi.unstubAllGlobals()
  })

  it('holds the focus and offers what can be done now before where one can go', () => {
    expect(titles().slice(0, 3)).toEqual(['Assign to me', 'Tag', 'Waiting'])
    expect(active()).toBe('Assign to me')
  })

  it('arrows go round, and the field tells which option is meant', async () => {
    field().focus()
    await press('ArrowDown')
    expect(active()).toBe('Tag')
    await press('ArrowUp', 'ArrowUp')
    expect(active()).toBe(titles().at(-1))
  })

  it('Enter does what is meant, once the palette is closed', async () => {
    field().focus()
    await type('tag')
    await press('Enter')
    await flushPromises()
    expect(done).toEqual(['closed', 'tagged'])
    expect(push).not.toHaveBeenCalled()
  })

  it('Enter goes to a view', async () => {
    field().focus()
    await type('snoozed')
    await press('Enter')
    await flushPromises()
    expect(push.mock.calls).toEqual([['/inbox/snoozed']])
  })

  it('finds tickets by what was written, and says where it looked when there are none', async () => {
    desk.answer('GET', '/api/tickets?view=all&q=order&limit=8', {
      status: 200,
      json: { items: [ticket({ number: 7 })], nextCursor: null },
    })
    desk.answer('GET', '/api/tickets?view=all&q=zebra&limit=8', { status: 200, json: { items: [], nextCursor: null } })
    await type('order')
    await vi.waitFor(() => expect(titles()).toEqual(['+1 202 555 0101, ticket 7']))
    await type('zebra')
    await vi.waitFor(() =>
      expect(document.querySelector('[role="dialog"] [role="status"]')?.textContent).toContain(
        "Nothing for 'zebra'. Closed tickets were searched too.",
      ),
    )
  })

  it('Escape closes it and does nothing', async () => {
    field().focus()
    await press('Escape')
    await flushPromises()
    expect(done).toEqual(['closed'])
  })
})
