import type { Message } from '@textdesk/server/contract'
import { type Ref, ref, watch } from 'vue'
import { isolated } from '../../shared/text/isolated.ts'
import { shownText } from '../../shared/text/shown-text.ts'

/** What a screen reader is told when a message comes in while the thread is open: who wrote, and what. */
export function useArrivalWords(messages: () => readonly Message[], customer: Ref<string>): Ref<string> {
  const words = ref('')
  watch(
    () => messages().at(-1),
    (latest, before) => {
      if (!latest || !before || latest.seq <= before.seq) return
      const author = latest.direction === 'in' ? customer.value : (latest.author?.name ?? 'Automatic')
      words.value = `${isolated(author)}: ${isolated(shownText(latest.body))}`
    },
  )
  return words
}
