import type { Desk } from '../../ports/unit-of-work.ts'

/** "refund" on one ticket and "Refund" on the next would be one tag that looks like two. */
export async function asTheDeskSpells(desk: Pick<Desk, 'tags'>, given: readonly string[]): Promise<string[]> {
  const tags: string[] = []
  for (const tag of given) tags.push((await desk.tags.findSpelling(tag)) ?? tag)
  return tags
}
