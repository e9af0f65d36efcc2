/** What was begun in two places, one below the other; what is there already is not added again. */
export function joinDrafts(there: string, coming: string): string {
  if (there.trim() === '') return coming
  if (coming.trim() === '' || there === coming || there.endsWith(`\n\n${coming}`)) return there
  return `${there}\n\n${coming}`
}
