import { useEventListener, useLocalStorage } from '@vueuse/core'
import { onScopeDispose, watchEffect } from 'vue'
import { KeyRegistry } from './key-registry.ts'
import type { ShortcutId } from './shortcuts.ts'

const registry = new KeyRegistry()
const singleKeys = useLocalStorage('textdesk.single-keys', true)

/** Listens for as long as the component lives. Called once, by the app. */
export function useKeyboard(): void {
  useEventListener(window, 'keydown', (event: KeyboardEvent) => registry.handle(event))
  watchEffect(() => {
    registry.enabled = singleKeys.value
  })
}

/** Whether keys act without a modifier: speech input and unsteady hands need that off (WCAG 2.1.4). */
export function useSingleKeys() {
  return singleKeys
}

/** Runs while the component that called it is there; `above` wins over all others. */
export function useShortcut(id: ShortcutId, run: (event?: KeyboardEvent) => void, { above = false } = {}): void {
  onScopeDispose(registry.register(id, run, above))
}

/** The palette does by name what keys do. */
export function availableShortcuts(): ShortcutId[] {
  return registry.available()
}

export function runShortcut(id: ShortcutId): void {
  registry.run(id)
}
