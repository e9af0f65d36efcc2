import type { TicketAction } from '../../domain/ticket/ticket-action.ts'

export type ActionName = Pick<TicketAction, 'ticketNumber' | 'agentId' | 'key'>

/** What agents did to tickets a short while ago. An action goes with its ticket. */
export interface TicketActionRepository {
  /** Another action of the same name takes the place of the first. */
  save(action: TicketAction): Promise<void>
  find(name: ActionName): Promise<TicketAction | null>
  /** Removing none is fine. */
  remove(name: ActionName): Promise<void>
  /** Removes what was done before this moment, `limit` at most. @returns how many. */
  forgetBefore(at: number, limit: number): Promise<number>
}
