/** A desk that journeys run on, as long as nobody stops it. */
export interface RunningDesk {
  /** What browsers call. */
  readonly url: string
  /** What setup asks for; null where whoever opens the page sits at the machine itself. */
  readonly setUpCode: string | null
  /** Ends every process for good, and their data with them. */
  stop(): Promise<void>
  /** Ends every process and keeps data and address. */
  halt(): Promise<void>
  resume(): Promise<void>
  /** Writes these lines into `.env`, and starts the desk again. */
  configure(lines: Readonly<Record<string, string>>): Promise<void>
}

export interface DeskOptions {
  /** For Node, before the script. */
  readonly nodeArgs?: readonly string[]
  /** For the desk, after the script. */
  readonly args?: readonly string[]
  /** Beside what every desk here gets. */
  readonly env?: Readonly<Record<string, string>>
}
