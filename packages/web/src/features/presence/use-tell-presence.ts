import { useDocumentVisibility, useEventListener, useIntervalFn, useTimeoutFn } from '@vueuse/core'
import { onScopeDispose, type Ref, watch } from 'vue'
import { tellLeft, tellPresence } from '../../entities/presence/presence-api.ts'

/** The desk forgets who was silent for 25 s. */
const EVERY_MS = 10_000
/** Whoever walks on sooner only passed by; and a ticket that opens has more urgent things to fetch. */
export const PASSING_MS = 150

/** Tells the desk that this agent looks at a ticket, for as long as it is on screen. */
export function useTellPresence(number: number, isThere: Ref<boolean>, isWriting: Ref<boolean>): void {
  const visibility = useDocumentVisibility()
  const { pause, resume } = useIntervalFn(tell, EVERY_MS, { immediate: false })
  const { start: tellSoon, stop: passBy } = useTimeoutFn(tell, PASSING_MS, { immediate: false })
  let isTold = false
  let telling: Promise<unknown> = Promise.resolve()

  watch(
    [isThere, isWriting, visibility],
    ([there, , shown]) => {
      if (there && shown === 'visible') {
        if (isTold) tell()
        else tellSoon()
        resume()
      } else {
        pause()
        leave()
      }
    },
    { immediate: true },
  )
  useEventListener(window, 'pagehide', () => leave(true))
  onScopeDispose(() => leave())

  function tell(): void {
    isTold = true
    // Nobody waits for the answer: the next beat repeats it.
    telling = tellPresence(number, isWriting.value).catch(() => undefined)
  }

  /** After what was told before: whoever came and went must not stand there again. A page that goes away cannot wait. */
  function leave(atOnce = false): void {
    passBy()
    if (isTold && atOnce) tellLeft(number)
    else if (isTold) void telling.then(() => isTold || tellLeft(number))
    isTold = false
  }
}
