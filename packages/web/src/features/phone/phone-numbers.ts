import { useLocalStorage } from '@vueuse/core'
import type { Ref } from 'vue'

/** More than a select can show at a glance are forgotten, the oldest first. */
const MAX_KEPT = 8
/** +1 202 555 0100 to 0199 are kept free for fiction by the North American Numbering Plan; the first is the desk's own. */
const FICTIONAL = Array.from({ length: 99 }, (_, index) => `+12025550${101 + index}`)

/** Numbers that were typed or made up here, besides those of the practice customers. */
export function useTypedNumbers(): { numbers: Ref<string[]>; remember: (number: string) => void } {
  const numbers = useLocalStorage<string[]>('textdesk.phone-numbers', [])
  const remember = (number: string) => {
    numbers.value = [...numbers.value, number].slice(-MAX_KEPT)
  }
  return { numbers, remember }
}

/** One that nobody has written from here; any, once all were. */
export function unusedNumber(used: readonly string[]): string {
  const free = FICTIONAL.filter((number) => !used.includes(number))
  const from = free.length > 0 ? free : FICTIONAL
  return from[Math.floor(Math.random() * from.length)] ?? ''
}

/** A number as the desk's phone takes it, E.164; null where it is none. */
export function asNumber(typed: string): string | null {
  const number = typed.normalize('NFKC').replace(/[^\d+]/g, '')
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null
}
