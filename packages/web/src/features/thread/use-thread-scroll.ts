import type { TimelineItem } from '@textdesk/server/contract'
import { nextTick, onMounted, type Ref, ref, watch } from 'vue'

interface ScrollOf {
  readonly box: Ref<HTMLElement | null>
  readonly items: () => readonly TimelineItem[]
  readonly lastId: () => string | null
  readonly loadOlder: () => void
}

/** Close enough to the end to count as reading it. */
const NEAR_PX = 48
/** How far before the beginning the page above is asked for. */
const AHEAD_PX = 600

/** Stays at the end only for who is there; what is loaded above pushes nothing that is being read. */
export function useThreadScroll({ box, items, lastId, loadOlder }: ScrollOf) {
  const isAtEnd = ref(true)
  const unseen = ref(0)
  /** The rows that are about to be drawn came in above those that are. */
  const growsUpwards = ref(false)
  let lastTop = 0

  function toEnd(): void {
    box.value?.scrollTo({ top: box.value.scrollHeight })
    isAtEnd.value = true
    unseen.value = 0
  }

  /** Something above is to be read: the end is no longer followed. */
  function leaveEnd(): void {
    isAtEnd.value = false
  }

  function onScroll(): void {
    const element = box.value
    if (!element) return
    const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX
    const wentUp = element.scrollTop < lastTop
    lastTop = element.scrollTop
    // Only a reader goes up; when the end itself moved away, it is followed.
    if (isAtEnd.value && !isNear && !wentUp) {
      toEnd()
      return
    }
    isAtEnd.value = isNear
    if (isNear) unseen.value = 0
    else if (element.scrollTop < AHEAD_PX) loadOlder()
  }

  /** Rows are measured as they are drawn, and the composer below grows and shrinks: the end moves with them. */
  function onResize(): void {
    if (isAtEnd.value) toEnd()
  }

  watch(items, (now, before) => {
    growsUpwards.value = now[0]?.id !== before[0]?.id && now.at(-1)?.id === before.at(-1)?.id
  })
  watch(lastId, async (_, before) => {
    const follows = isAtEnd.value || before === null
    if (!follows) unseen.value += 1
    await nextTick()
    if (follows) toEnd()
  })
  onMounted(toEnd)

  return { unseen, growsUpwards, toEnd, leaveEnd, onScroll, onResize }
}
