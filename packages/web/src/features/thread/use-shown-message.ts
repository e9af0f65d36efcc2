import { nextTick, type Ref, watch } from 'vue'
import type { ThreadRow } from './group-timeline.ts'

interface ShownOf {
  /** The id of the message that the address names; null where it names none. */
  readonly wanted: Ref<string | null>
  readonly rows: Ref<readonly ThreadRow[]>
  /** False when there is nothing older. */
  readonly loadOlder: () => boolean
  readonly scrollTo: (index: number) => void
}

/** Pages above that are loaded in search of it; beyond them one looks by hand. */
const MAX_PAGES = 20

/** Brings a message into view that was found by a search, once, and loads what lies between. */
export function useShownMessage({ wanted, rows, loadOlder, scrollTo }: ShownOf): void {
  let sought: string | null = null
  let pages = 0

  async function look(): Promise<void> {
    if (sought === null) return
    const index = rows.value.findIndex((row) => row.type === 'message' && row.message.id === sought)
    if (index < 0) {
      pages += 1
      if (pages > MAX_PAGES || (rows.value.length > 0 && !loadOlder())) sought = null
      return
    }
    sought = null
    await nextTick()
    scrollTo(index)
  }

  watch(() => rows.value.length, look, { flush: 'post' })
  watch(
    wanted,
    (id) => {
      sought = id
      pages = 0
      void look()
    },
    { immediate: true },
  )
}
