export interface ReadPosition {
  readonly agentId: string
  readonly seq: number
}

/** What each agent has seen. */
export interface ReadRepository {
  /** Never moves back: a lower `seq` than the stored one changes nothing. */
  markSeen(agentId: string, ticketNumber: number, seq: number): Promise<void>
  /** How far each agent who ever opened the ticket has read it. */
  list(ticketNumber: number): Promise<ReadPosition[]>
  /** Moves back as well: for timelines that were numbered anew. */
  place(agentId: string, ticketNumber: number, seq: number): Promise<void>
}
