import { DomainError, isPractice } from '@textdesk/core'
import type { Api } from '../../api.ts'

/** The inbox that simulated phones write to. @throws DomainError `not-found` where the desk has none. */
export async function simulatedInbox({ deskQueries }: Api): Promise<{ id: string; number: string }> {
  const inboxes = (await deskQueries.listInboxes()).map(({ inbox }) => inbox)
  const simulated = inboxes.filter(isPractice)
  const chosen = simulated.find((inbox) => inbox.isDefault) ?? simulated.find((inbox) => inbox.number !== null)
  if (!chosen?.number)
    throw new DomainError('not-found', 'This desk has no simulated number, so there is no simulated phone.')
  return { id: chosen.id, number: chosen.number }
}
