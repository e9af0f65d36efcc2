import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

/** What was done, and how it is taken back. */
export interface Undoable {
  /** As a sentence without a full stop: "Closed ticket 3". */
  readonly done: string
  /** @returns what is to be said of it besides. */
  readonly undo: () => Promise<string | undefined>
  /** The ticket it was done to: undoing leads back there. Null where there were several. */
  readonly ticket: number | null
  /** Until when it can be taken back, in UTC milliseconds. */
  readonly until?: number
  /** Names it for who takes it back elsewhere. */
  readonly key?: string
}

/** How long what was done is named and offered to be undone. */
const OFFER_MS = 20_000
const MAX_COUNT = 20

/** What this agent did last, newest last; "z" takes it back, one after the other. */
export const useUndo = defineStore('undo', () => {
  const entries = shallowRef<readonly Required<Undoable>[]>([])
  const said = ref('')
  const error = shallowRef<unknown>(null)
  const isBusy = ref(false)
  let counter = 0
  let silence: ReturnType<typeof setTimeout> | undefined

  const last = computed(() => entries.value.at(-1) ?? null)

  function offer(undoable: Undoable): void {
    const until = undoable.until ?? Date.now() + OFFER_MS
    counter += 1
    const entry = { key: `entry ${counter}`, ...undoable, until }
    entries.value = [...entries.value, entry].slice(-MAX_COUNT)
    said.value = ''
    error.value = null
    setTimeout(() => drop(entry.key), Math.max(0, until - Date.now()))
  }

  function drop(key: string): void {
    entries.value = entries.value.filter((entry) => entry.key !== key)
  }

  /** @returns the ticket that is as it was. */
  async function undoLast(): Promise<number | null> {
    const entry = last.value
    if (!entry || isBusy.value) return null
    isBusy.value = true
    error.value = null
    try {
      const besides = await entry.undo()
      const undone = `Undone: ${entry.done.charAt(0).toLowerCase()}${entry.done.slice(1)}.`
      say(besides === undefined ? undone : `${undone} ${besides}`)
      return entry.ticket
    } catch (thrown) {
      error.value = thrown
      return null
    } finally {
      drop(entry.key)
      isBusy.value = false
    }
  }

  /** A result that needs no answer. */
  function say(words: string): void {
    said.value = words
    clearTimeout(silence)
    silence = setTimeout(hush, OFFER_MS / 2)
  }

  function hush(): void {
    said.value = ''
    error.value = null
  }

  function forget(): void {
    entries.value = []
    hush()
  }

  return { last, said, error, isBusy, offer, drop, undoLast, say, hush, forget }
})
