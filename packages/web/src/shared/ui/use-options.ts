import { computed, type Ref, ref, useId, watch } from 'vue'

interface OptionsOf<T> {
  readonly options: Ref<readonly T[]>
  /** Which option is active when the options change; -1 for none. */
  readonly first?: () => number
}

/** A list under a field that keeps the focus: arrows choose, `aria-activedescendant` tells. */
export function useOptions<T>({ options, first = () => 0 }: OptionsOf<T>) {
  const listId = useId()
  const index = ref(first())

  watch(options, () => {
    index.value = first()
  })

  const active = computed(() => options.value[index.value])
  const activeId = computed(() => (active.value === undefined ? undefined : optionId(index.value)))

  function optionId(position: number): string {
    return `${listId}-${position}`
  }

  /** True where the key moved the choice. */
  function move(event: KeyboardEvent): boolean {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const count = options.value.length
    if (step === undefined || count === 0) return false
    event.preventDefault()
    index.value = index.value < 0 && step < 0 ? count - 1 : (index.value + step + count) % count
    document.getElementById(optionId(index.value))?.scrollIntoView?.({ block: 'nearest' })
    return true
  }

  return { listId, index, active, activeId, optionId, move }
}
