import { matchKeybindingPress, parseKeybinding } from 'tinykeys'
import { MeantKey } from './meant-key.ts'
import { isCombination, type ShortcutId, shortcutIds, shortcuts } from './shortcuts.ts'

type Run = (event?: KeyboardEvent) => void
type Press = ReturnType<typeof parseKeybinding>[number]

/** How long the first key of two waits for the second. */
const PREFIX_MS = 1500

const sequences = shortcutIds.map((id) => ({ id, presses: parseKeybinding(shortcuts[id].keys) }))

/**
 * Runs what is registered for a key. The second key of a begun sequence belongs to the sequence alone, so "g i" never runs
 * what "i" does; whoever registered last for a shortcut gets it, those who stand above first.
 */
export class KeyRegistry {
  readonly #running = new Map<ShortcutId, { run: Run; above: boolean }[]>()
  readonly #meant = new MeantKey()
  #begun: KeyboardEvent[] = []
  #begunAt = 0
  /** Whether keys act without a modifier. */
  enabled = true

  /** Returns what takes the registration back. `above` wins over all that register without it, also later. */
  register(id: ShortcutId, run: Run, above = false): () => void {
    const entry = { run, above }
    const others = this.#running.get(id) ?? []
    const index = above ? others.length : others.filter((other) => !other.above).length
    this.#running.set(id, others.toSpliced(index, 0, entry))
    return () => {
      this.#running.set(
        id,
        (this.#running.get(id) ?? []).filter((other) => other !== entry),
      )
    }
  }

  /** What can be done now, for the palette. */
  available(): ShortcutId[] {
    return shortcutIds.filter((id) => (this.#running.get(id) ?? []).length > 0)
  }

  run(id: ShortcutId, event?: KeyboardEvent): void {
    const run = this.#running.get(id)?.at(-1)?.run
    if (!run) return
    event?.preventDefault()
    run(event)
  }

  handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return
    const meant = this.#meant.of(event)
    const typed = event.timeStamp - this.#begunAt < PREFIX_MS ? [...this.#begun, meant] : [meant]
    this.#begun = []
    const id = sequences.find(({ presses }) => presses.length === typed.length && begins(presses, typed))?.id
    if (id) {
      if (isCombination(id) ? !isInDialog(event) : this.enabled && !isElsewhere(event)) this.run(id, event)
    } else if (this.enabled && !isElsewhere(event) && this.#continues(typed)) {
      this.#begun = typed
      this.#begunAt = event.timeStamp
    }
  }

  #continues(typed: readonly KeyboardEvent[]): boolean {
    return sequences.some(({ presses }) => presses.length > typed.length && begins(presses, typed))
  }
}

function begins(presses: readonly Press[], typed: readonly KeyboardEvent[]): boolean {
  return typed.every((event, index) => {
    const press = presses[index]
    return press !== undefined && (matchKeybindingPress(event, press) || isTypedWithAltGr(event, press))
  })
}

/** Some layouts have "/" or "?" on a third level: AltGr, which systems report as Alt, or as Control and Alt. */
function isTypedWithAltGr(event: KeyboardEvent, [, , key]: Press): boolean {
  return (
    typeof key === 'string' && /^[^\p{L}\p{N}]$/u.test(key) && event.key === key && event.getModifierState('AltGraph')
  )
}

/** In fields, menus and dialogs keys mean something else; Enter on a control is that control's own. */
function isElsewhere(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  if (!target) return false
  if (target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable], [role="menu"]')) return true
  return isInDialog(event) || (event.key === 'Enter' && target.closest('a, button, summary, input') !== null)
}

function isInDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null
}
