import { matchKeybindingPress, parseKeybinding } from 'tinykeys'
import { type ShortcutId, shortcutIds, shortcuts } from './shortcuts.ts'

type Run = (event: KeyboardEvent) => void

/** How long the first key of two waits for the second. */
const PREFIX_MS = 1500

const sequences = shortcutIds.map((id) => ({ id, presses: parseKeybinding(shortcuts[id].keys) }))

/**
 * Runs what is registered for a key. The second key of a begun sequence belongs to the sequence alone, so "g i" never runs
 * what "i" does; whoever registered last for a shortcut gets it.
 */
export class KeyRegistry {
  readonly #running = new Map<ShortcutId, Run[]>()
  #begun: KeyboardEvent[] = []
  #begunAt = 0
  enabled = true

  /** Returns what takes the registration back. */
  register(id: ShortcutId, run: Run): () => void {
    this.#running.set(id, [...(this.#running.get(id) ?? []), run])
    return () => {
      this.#running.set(
        id,
        (this.#running.get(id) ?? []).filter((other) => other !== run),
      )
    }
  }

  handle(event: KeyboardEvent): void {
    if (!this.enabled || event.defaultPrevented || isElsewhere(event)) return
    if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return
    const typed = event.timeStamp - this.#begunAt < PREFIX_MS ? [...this.#begun, event] : [event]
    this.#begun = []
    const id = sequences.find(({ presses }) => presses.length === typed.length && begins(presses, typed))?.id
    if (id) this.#run(id, event)
    else if (sequences.some(({ presses }) => presses.length > typed.length && begins(presses, typed))) {
      this.#begun = typed
      this.#begunAt = event.timeStamp
    }
  }

  #run(id: ShortcutId, event: KeyboardEvent): void {
    const run = this.#running.get(id)?.at(-1)
    if (!run) return
    event.preventDefault()
    run(event)
  }
}

function begins(presses: ReturnType<typeof parseKeybinding>, typed: readonly KeyboardEvent[]): boolean {
  return typed.every((event, index) => {
    const press = presses[index]
    return press !== undefined && matchKeybindingPress(event, press)
  })
}

/** In fields, menus and dialogs keys mean something else; Enter on a control is that control's own. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.isComposing || event.repeat) return true
  const target = event.target instanceof Element ? event.target : null
  if (!target) return false
  if (target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]')) return true
  return event.key === 'Enter' && target.closest('a, button, summary') !== null
}
