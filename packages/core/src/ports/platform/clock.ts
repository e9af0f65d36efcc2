/** The only source of time in the core: UTC milliseconds. */
export interface Clock {
  now(): number
}
