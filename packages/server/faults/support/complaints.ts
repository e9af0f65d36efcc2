/** A sentence for each kind of thing that should not be there at all, and is. */
export function complaints(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).flatMap(([what, count]) => (count === 0 ? [] : [`${count} ${what}`]))
}
