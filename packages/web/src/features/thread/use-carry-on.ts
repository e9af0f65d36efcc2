import { getCurrentScope, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { useDrafts } from '../../entities/reply/drafts.ts'
import { useRenewTicket } from '../../entities/ticket/use-renew-ticket.ts'
import { useUndo } from '../undo/undo.ts'

interface Carrying {
  readonly from: number
  readonly to: number
  /** As a sentence without a full stop, for an agent who is not led there. */
  readonly done: string
}

/**
 * What was in one ticket is in another now: the agent goes there, with what they were writing. Whoever left the dialog while
 * the desk was at it is only told.
 */
export function useCarryOn(isOpen: Ref<boolean>): (carrying: Carrying) => void {
  const router = useRouter()
  const drafts = useDrafts()
  const renew = useRenewTicket()
  const undo = useUndo()
  const scope = getCurrentScope()
  return ({ from, to, done }) => {
    drafts.carry(from, to)
    renew(from)
    renew(to)
    if (isOpen.value && scope?.active !== false) {
      isOpen.value = false
      void router.push(`/inbox/all/${to}`)
    } else undo.say(`${done}.`)
  }
}
