import type { TicketSummary } from '@textdesk/server/contract'
import { useMediaQuery } from '@vueuse/core'
import { nextTick, type Ref, ref, watch } from 'vue'
import { useShortcut } from '../../shared/keys/use-shortcut.ts'

interface CursorOf {
  readonly rows: Ref<readonly TicketSummary[]>
  readonly open: Ref<number | null>
  readonly scrollTo: (index: number) => void
  readonly openTicket: (number: number, replace: boolean) => void
  readonly goBack: () => void
  readonly toggle: (number: number) => void
}

/** Where j and k are in the list; with three panes on screen the ticket opens as they pass. */
export function useListCursor({ rows, open, scrollTo, openTicket, goBack, toggle }: CursorOf) {
  const cursor = ref<number | null>(open.value)
  const opensInPassing = useMediaQuery('(min-width: 56.25rem)')

  watch(open, (number) => {
    if (number !== null) cursor.value = number
  })

  async function focus(number: number): Promise<void> {
    cursor.value = number
    scrollTo(rows.value.findIndex((row) => row.number === number))
    await nextTick()
    document.querySelector<HTMLElement>(`[data-ticket="${number}"]`)?.focus({ preventScroll: true })
  }

  function move(step: 1 | -1): void {
    const index = rows.value.findIndex(({ number }) => number === cursor.value)
    const target = rows.value[index === -1 ? 0 : index + step]
    if (!target) return
    void focus(target.number)
    if (opensInPassing.value) openTicket(target.number, open.value !== null)
  }

  useShortcut('next', () => move(1))
  useShortcut('previous', () => move(-1))
  useShortcut('open', () => {
    if (cursor.value !== null) openTicket(cursor.value, false)
  })
  useShortcut('select', () => {
    const target = cursor.value ?? rows.value[0]?.number
    if (target === undefined) return
    // What was picked is where j goes on from.
    if (cursor.value === null) void focus(target)
    toggle(target)
  })
  useShortcut('back', () => {
    const left = cursor.value
    goBack()
    if (left !== null) void nextTick().then(() => focus(left))
  })

  /** The ticket after this one in the list, or before it at the end. */
  function neighbour(number: number): number | null {
    const index = rows.value.findIndex((row) => row.number === number)
    if (index === -1) return null
    return rows.value[index + 1]?.number ?? rows.value[index - 1]?.number ?? null
  }

  return { cursor, neighbour }
}
