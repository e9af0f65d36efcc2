/** UTC milliseconds as the API shows them: ISO 8601. */
export function toIso(at: number): string {
  return new Date(at).toISOString()
}

export function toIsoOrNull(at: number | null): string | null {
  return at === null ? null : toIso(at)
}
