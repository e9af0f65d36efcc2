/** Takes practice tickets out for good. It asks nobody: the caller makes sure that the inbox is a simulated one. */
export interface PracticeRepository {
  /** 0 when there is no ticket. */
  lastTicketNumber(): Promise<number>
  /** The inbox's tickets with numbers from `from` to `to`, both included. */
  listTickets(inboxId: string, from: number, to: number): Promise<number[]>
  /** Removes up to `limit` of the ticket's messages with all that hangs on them. Returns how many. */
  removeMessages(ticketNumber: number, limit: number): Promise<number>
  /** Removes a ticket without messages, and its contact where that has no other ticket. */
  removeTicket(ticketNumber: number): Promise<{ contactRemoved: boolean }>
  /** Forgets who wants no texts from the inbox. */
  removeOptOuts(inboxId: string): Promise<void>
}
