/** What each agent has seen. */
export interface ReadRepository {
  /** Never moves back: a lower `seq` than the stored one changes nothing. */
  markSeen(agentId: string, ticketNumber: number, seq: number): Promise<void>
}
