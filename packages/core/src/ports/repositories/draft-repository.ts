import type { Draft, DraftMode } from '../../domain/ticket/draft.ts'

/** One draft for each agent, ticket and mode. */
export interface DraftRepository {
  save(draft: Draft): Promise<void>
  /** Everybody's in this ticket. */
  list(ticketNumber: number): Promise<Draft[]>
  /** Removing none is fine. */
  remove(agentId: string, ticketNumber: number, mode: DraftMode): Promise<void>
}
