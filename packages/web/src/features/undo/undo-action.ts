import { undoAction } from '../../entities/ticket/tickets-api.ts'

/** @returns what is to be said when somebody has changed the ticket meanwhile. */
export async function undoOnDesk(number: number, key: string): Promise<string | undefined> {
  const { changedSince } = await undoAction(number, key)
  return changedSince ? 'Somebody changed it meanwhile: that stays.' : undefined
}
