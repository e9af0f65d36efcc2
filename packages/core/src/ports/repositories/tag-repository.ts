/** The tags in use, which tickets bring in and take out by being saved. */
export interface TagRepository {
  /** How the desk spells this tag; null while no ticket has it. */
  findSpelling(tag: string): Promise<string | null>
}
