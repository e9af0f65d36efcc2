/** "1 part", "2 parts": what a text is sent and paid in. */
export function parts(count: number): string {
  return count === 1 ? '1 part' : `${count} parts`
}
