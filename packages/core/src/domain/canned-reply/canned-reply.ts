/** An answer that is written once and used often. */
export interface CannedReply {
  readonly id: string
  /** What agents type after "/" to get it. */
  readonly shortcut: string
  readonly title: string | null
  /** May hold `{{name}}`, `{{ticket}}` and `{{agent}}`; see renderCannedReply. */
  readonly body: string
  readonly createdAt: number
  readonly updatedAt: number
}
