import { nextTick, type Ref, watch } from 'vue'

/** So much of the one before shows that there is one. */
const BEFORE_PX = 48

/** In a narrow window links stand in a row that scrolls; the current one is kept in view. */
export function useCurrentInView(row: Readonly<Ref<HTMLElement | null>>, when: () => unknown): void {
  watch(
    when,
    async () => {
      await nextTick()
      const link = row.value?.querySelector<HTMLElement>('[aria-current]')
      // scrollIntoView would also move where Tab starts from.
      row.value?.scrollTo({ left: (link?.offsetLeft ?? 0) - BEFORE_PX })
    },
    { immediate: true },
  )
}
