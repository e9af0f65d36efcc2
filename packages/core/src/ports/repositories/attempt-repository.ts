import type { Attempt, AttemptEnd } from '../../domain/delivery/attempt.ts'

/** What was tried to get each outgoing text to its provider. */
export interface AttemptRepository {
  begin(messageId: string, at: number): Promise<void>
  /** How the latest attempt ended: the last word counts. Nothing happens where there was none. */
  end(messageId: string, at: number, end: AttemptEnd): Promise<void>
  listForMessage(messageId: string): Promise<Attempt[]>
}
