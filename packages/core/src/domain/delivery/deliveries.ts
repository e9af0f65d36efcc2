/** What became of the texts of some time. */
export interface Deliveries {
  readonly left: number
  /** Those known to have arrived. */
  readonly delivered: number
}
