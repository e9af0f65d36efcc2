/** Secrets that are shown once and kept only as a digest. */
export interface Secrets {
  /** 256 random bits, safe in a URL and a cookie. */
  token(): string
  /** A code a person can type, e.g. "ABCD-EFGH". */
  setUpCode(): string
  /** One-way, fast and deterministic: only for secrets with enough entropy of their own, never for passwords. */
  digest(secret: string): string
}
