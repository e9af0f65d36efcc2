import { ref, shallowRef } from 'vue'

/** What a form does when it is sent: busy while it lasts, and what went wrong kept for the reader until the next try. */
export function useAttempt() {
  const error = shallowRef<unknown>(null)
  const isBusy = ref(false)

  async function attempt(work: () => Promise<void>): Promise<void> {
    isBusy.value = true
    error.value = null
    try {
      await work()
    } catch (thrown) {
      error.value = thrown
    } finally {
      isBusy.value = false
    }
  }

  return { error, isBusy, attempt }
}
