import { useQueryClient } from '@tanstack/vue-query'
import type { TicketSummary } from '@textdesk/server/contract'
import type { Ref } from 'vue'
import { optOut as optOutContact } from '../../entities/customer/contacts-api.ts'
import type { TicketPatch } from '../../entities/ticket/optimistic-ticket.ts'
import { dismissStopRequest } from '../../entities/ticket/tickets-api.ts'
import { queryKeys } from '../../shared/api/query-keys.ts'
import { useUndo } from '../undo/undo.ts'
import type { Work } from './use-action-queue.ts'

/** What an agent answers to a text that may ask for no more texts. */
export function useStopRequest(
  ticket: Ref<TicketSummary | undefined>,
  act: (work: Work, patch: TicketPatch) => Promise<boolean>,
) {
  const queries = useQueryClient()
  const undo = useUndo()

  async function optOut(): Promise<void> {
    if (!ticket.value) return
    const { contact, inbox, number } = ticket.value
    const isDone = await act(() => optOutContact(contact.id, inbox.id), { stopRequest: null })
    if (isDone) undo.say(`Opted out the customer of ticket ${number}: no texts are sent to them any more.`)
    void queries.invalidateQueries({ queryKey: queryKeys.contacts })
  }

  return { optOut, dismissStopRequest: () => act(dismissStopRequest, { stopRequest: null }) }
}
