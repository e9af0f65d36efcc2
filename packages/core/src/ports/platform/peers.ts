/** The other servers on the same database. What is told may be lost, and must be told again. */
export interface Peers {
  /** `message` can be written as JSON, in less than 7,000 bytes. */
  tell(message: unknown): void
  /** Returns the function that ends it. */
  subscribe(listener: (message: unknown) => void): () => void
}
