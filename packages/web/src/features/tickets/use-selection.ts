import type { TicketSummary } from '@textdesk/server/contract'
import { computed, type Ref, ref, watch } from 'vue'

/** The tickets that were picked to be changed together; another list is another choice. */
export function useSelection(rows: Ref<readonly TicketSummary[]>, list: () => readonly string[]) {
  const numbers = ref<readonly number[]>([])
  const selected = computed(() => rows.value.filter(({ number }) => numbers.value.includes(number)))

  watch(list, () => unselect(numbers.value))

  function toggle(number: number): void {
    const isSelected = numbers.value.includes(number)
    numbers.value = isSelected ? numbers.value.filter((other) => other !== number) : [...numbers.value, number]
  }

  function unselect(some: readonly number[]): void {
    numbers.value = numbers.value.filter((number) => !some.includes(number))
  }

  return { selected, toggle, unselect }
}
