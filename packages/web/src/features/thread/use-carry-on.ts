import { useRouter } from 'vue-router'
import { useDrafts } from '../composer/drafts.ts'
import { useRenewTicket } from '../tickets/use-renew-ticket.ts'

/** What was in one ticket is in another now: the agent goes there, with what they were writing. */
export function useCarryOn(): (from: number, to: number) => void {
  const router = useRouter()
  const drafts = useDrafts()
  const renew = useRenewTicket()
  return (from, to) => {
    drafts.carry(from, to)
    renew(from)
    renew(to)
    void router.push(`/inbox/all/${to}`)
  }
}
