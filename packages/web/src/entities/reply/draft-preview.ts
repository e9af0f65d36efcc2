/** What a list shows of a draft; empty for blanks, and for what only looks for a canned reply. */
export function draftPreview(body: string): string {
  const text = body.trim()
  return /^\/\S*$/.test(text) ? '' : text
}
