import { flushPromises } from '@vue/test-utils'
import { expect, vi } from 'vitest'
import { type Component, defineComponent, h } from 'vue'
import { useKeyboard } from '../keys/use-shortcut.ts'
import { type Mounted, mountInApp } from './mount-app.ts'

/** A component in an app that listens to keys, as the whole page does. */
export function mountWithKeys(component: Component, props: Record<string, unknown>): Mounted {
  const Host = defineComponent({
    setup() {
      useKeyboard()
      return () => h(component, props)
    },
  })
  return mountInApp(Host, {})
}

/** Keys go where the focus is. */
export async function press(...keys: string[]): Promise<void> {
  for (const pressed of keys) {
    const [key = '', ...held] = pressed.split('+').toReversed()
    const target = document.activeElement ?? document.body
    const init = {
      key,
      bubbles: true,
      cancelable: true,
      ctrlKey: held.includes('Control'),
      shiftKey: held.includes('Shift'),
    }
    target.dispatchEvent(new KeyboardEvent('keydown', init))
    target.dispatchEvent(new KeyboardEvent('keyup', init))
    await flushPromises()
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}

/** Arrows down an open menu to the item with these words; each step waits for the focus, which menus move a moment later. */
export async function arrowTo(words: string): Promise<void> {
  for (let step = 0; step < 10; step += 1) {
    const before = document.activeElement
    if (before?.getAttribute('role') === 'menuitem' && before.textContent?.includes(words)) return
    await press('ArrowDown')
    await vi.waitFor(() => expect(document.activeElement).not.toBe(before))
  }
  throw new Error(`No arrow leads to '${words}'`)
}
