export interface AuditEntry {
  readonly at: number
  /** Null when the desk itself or its command line acted. */
  readonly actorId: string | null
  /** Verb and noun, e.g. "agent.disabled". */
  readonly what: string
  /** The id of what it was done to. Ids only: never names, numbers or texts. */
  readonly subjectId: string
}

/** Who did what to whom. Append-only. */
export interface AuditLog {
  append(entry: AuditEntry): Promise<void>
}
