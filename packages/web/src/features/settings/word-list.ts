/** One word or phrase a line, or between commas: what the fields of the stop words hold. */
export function readWords(written: string): string[] {
  return written
    .split(/[\n,]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

export function writeWords(words: readonly string[]): string {
  return words.join('\n')
}
