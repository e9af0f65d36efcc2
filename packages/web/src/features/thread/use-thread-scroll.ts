import { useIntersectionObserver } from '@vueuse/core'
import { nextTick, onMounted, type Ref, ref, watch } from 'vue'

interface ScrollOf {
  readonly box: Ref<HTMLElement | null>
  readonly top: Ref<HTMLElement | null>
  readonly firstId: Ref<string | null>
  readonly lastId: Ref<string | null>
  readonly loadOlder: () => void
}

/** Close enough to the end to count as reading it. */
const NEAR_PX = 48

/** Stays at the end only for who is there; what is loaded above pushes nothing that is being read. */
export function useThreadScroll({ box, top, firstId, lastId, loadOlder }: ScrollOf) {
  const isAtEnd = ref(true)
  const unseen = ref(0)

  function toEnd(): void {
    box.value?.scrollTo({ top: box.value.scrollHeight })
    isAtEnd.value = true
    unseen.value = 0
  }

  function onScroll(): void {
    const element = box.value
    if (!element) return
    isAtEnd.value = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX
    if (isAtEnd.value) unseen.value = 0
  }

  watch(
    firstId,
    async (_, before) => {
      const element = box.value
      if (!element || before === null) return
      const fromEnd = element.scrollHeight - element.scrollTop
      await nextTick()
      element.scrollTop = element.scrollHeight - fromEnd
    },
    { flush: 'pre' },
  )
  watch(lastId, async (_, before) => {
    const follows = isAtEnd.value || before === null
    if (!follows) unseen.value += 1
    await nextTick()
    if (follows) toEnd()
  })
  onMounted(toEnd)
  useIntersectionObserver(
    top,
    ([entry]) => {
      if (entry?.isIntersecting) loadOlder()
    },
    { root: box, rootMargin: '400px 0px 0px 0px' },
  )

  return { unseen, isAtEnd, toEnd, onScroll }
}
