import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { StreamState } from './desk-stream.ts'

/** A blip shorter than this is nobody's business. */
const PATIENCE_MS = 1500

/** Whether the page is live, as the banner shows it. */
export const useConnection = defineStore('connection', () => {
  const state = ref<StreamState>('stopped')
  const isLost = ref(false)
  const isPolling = computed(() => state.value === 'polling')
  let patience: ReturnType<typeof setTimeout> | undefined

  function change(next: StreamState): void {
    state.value = next
    if (next === 'broken') {
      patience ??= setTimeout(() => {
        isLost.value = true
      }, PATIENCE_MS)
      return
    }
    if (next === 'connecting') return
    clearTimeout(patience)
    patience = undefined
    isLost.value = false
  }

  return { state, isLost, isPolling, change }
})
