import { useIntervalFn } from '@vueuse/core'
import { type Ref, ref } from 'vue'

/** The time in UTC milliseconds, renewed as often as the words made from it change. */
export function useNow(everyMs = 20_000): Ref<number> {
  const now = ref(Date.now())
  useIntervalFn(() => {
    now.value = Date.now()
  }, everyMs)
  return now
}
