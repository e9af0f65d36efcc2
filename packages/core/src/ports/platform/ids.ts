/** Identifiers and chance, so that the core holds neither. */
export interface Ids {
  /** A UUID version 7 (RFC 9562): it sorts by the time it was made. */
  uuid(): string
  /** A fresh number in [-1, 1), for jitter. */
  jitter(): number
}
