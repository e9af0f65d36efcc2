import { useTimeoutFn } from '@vueuse/core'
import { onScopeDispose, type Ref, watch } from 'vue'

/** Whoever has not touched the text for this long is reading again. */
const PAUSE_MS = 8000

/** Tells when somebody begins to write and when they stop; a draft that merely lies there is no writing. */
export function useIsWriting(body: Ref<string>, tell: (writing: boolean) => void): void {
  let isWriting = false
  const { start, stop } = useTimeoutFn(() => change(false), PAUSE_MS, { immediate: false })

  watch(body, (text) => {
    if (text === '') {
      stop()
      change(false)
      return
    }
    change(true)
    start()
  })
  onScopeDispose(() => change(false))

  function change(writing: boolean): void {
    if (writing !== isWriting) tell(writing)
    isWriting = writing
  }
}
