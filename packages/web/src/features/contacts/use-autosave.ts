import { useDebounceFn } from '@vueuse/core'
import { computed, onBeforeUnmount, ref, shallowRef } from 'vue'

const PAUSE_MS = 800

/** Saves what is written when the writing pauses, when the field is left, and when it goes away. */
export function useAutosave(initial: string, save: (text: string) => Promise<unknown>) {
  const text = ref(initial)
  const error = shallowRef<unknown>(null)
  const saved = ref(initial)
  const isSaving = ref(false)
  const hasSaved = ref(false)
  const isDirty = computed(() => text.value !== saved.value)
  const afterPause = useDebounceFn(() => flush(), PAUSE_MS)

  async function flush(): Promise<void> {
    if (!isDirty.value || isSaving.value) return
    const sent = text.value
    isSaving.value = true
    error.value = null
    try {
      await save(sent)
      saved.value = sent
      hasSaved.value = true
    } catch (thrown) {
      error.value = thrown
    } finally {
      isSaving.value = false
    }
    // Written on meanwhile.
    if (error.value === null && isDirty.value) void afterPause()
  }

  function write(written: string): void {
    text.value = written
    hasSaved.value = false
    void afterPause()
  }

  /** What another agent wrote shows, unless something is being written here. */
  function adopt(stored: string): void {
    // A space at the end is kept by nobody but the one who is about to write on.
    if (isDirty.value || isSaving.value || stored === text.value.trim()) return
    text.value = stored
    saved.value = stored
  }

  onBeforeUnmount(() => void flush())
  return { text, error, isSaving, hasSaved, write, flush, adopt }
}
