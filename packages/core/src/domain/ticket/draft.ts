export type DraftMode = 'reply' | 'note'

/** What an agent has begun to write in a ticket. One for each mode: a note never turns into a reply by itself. */
export interface Draft {
  readonly agentId: string
  readonly ticketNumber: number
  readonly mode: DraftMode
  readonly body: string
  readonly updatedAt: number
}
