import type { TicketSummary } from '@textdesk/server/contract'
import { computed, type Ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useDrafts } from '../../entities/reply/drafts.ts'

/**
 * The desk answers for a merged ticket with the one it went into: the address follows.
 * @returns that ticket only where it is the one asked for, and the number that led here, if one did.
 */
export function useFollowMerge(number: number, answered: Ref<TicketSummary | undefined>) {
  const [route, router, drafts] = [useRoute(), useRouter(), useDrafts()]
  const ticket = computed(() => (answered.value?.number === number ? answered.value : undefined))
  const from: unknown = history.state?.mergedFrom

  watch(
    () => answered.value?.number,
    (found) => {
      if (found === undefined || found === number) return
      drafts.carry(number, found)
      const path = route.path.replace(/\d+$/, String(found))
      void router.replace({ path, query: route.query, state: { mergedFrom: number } })
    },
    { immediate: true },
  )
  return { ticket, mergedFrom: typeof from === 'number' && from !== number ? from : null }
}
