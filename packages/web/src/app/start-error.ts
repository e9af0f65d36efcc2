import { onScopeDispose, type ShallowRef, shallowRef } from 'vue'
import type { Router } from 'vue-router'

const TRY_AGAIN_MS = 3_000

/** Why no page can be shown, which is mostly over soon: it is tried again by itself until it works. */
export function useStartError(router: Router): Readonly<ShallowRef<unknown>> {
  const error = shallowRef<unknown>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  const stopHearing = [
    router.onError((cause, to) => {
      error.value = cause
      clearTimeout(timer)
      timer = setTimeout(() => router.replace(to.fullPath).catch(() => {}), TRY_AGAIN_MS)
    }),
    router.afterEach((_to, _from, failure) => {
      if (failure) return
      clearTimeout(timer)
      error.value = null
    }),
  ]
  onScopeDispose(() => {
    clearTimeout(timer)
    for (const stop of stopHearing) stop()
  })
  return error
}
