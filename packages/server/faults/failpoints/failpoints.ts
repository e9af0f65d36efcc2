/** Where a desk under test can be made to die, in the order in which a text passes: in, answered, out, reported. */
export const FAILPOINTS = [
  'receive:before-transaction',
  'receive:signature-claimed',
  'receive:contact-stored',
  'receive:ticket-stored',
  'receive:message-stored',
  'receive:confirmation-queued',
  'receive:before-commit',
  'receive:after-commit',
  'receive:after-ok',
  'reply:before-commit',
  'reply:after-commit',
  'send:claimed',
  'send:dispatching',
  'send:bytes-out',
  'send:answered',
  'send:recorded',
  'report:before-commit',
  'report:after-commit',
] as const

export type Failpoint = (typeof FAILPOINTS)[number]

/** Says to a process with `preloadFailpoints` where it is to die; read by nothing else. */
export const FAILPOINT_VARIABLE = 'DESK_DIES_AT'

/** Says that it is not to die there, but to stand still until it gets SIGCONT. */
export const STANDSTILL_VARIABLE = 'DESK_STANDS_STILL'

/** At which passage of which point, counted from the moment the process gets SIGUSR2. */
export interface Death {
  readonly at: Failpoint
  /** From 1. */
  readonly passage: number
}

export function writeDeath({ at, passage }: Death): string {
  return `${at}#${passage}`
}

/** Null when nothing is said. */
export function readDeath(written: string | undefined): Death | null {
  if (!written) return null
  const [name, passage] = written.split('#')
  const at = FAILPOINTS.find((point) => point === name)
  if (!at || !(Number(passage) >= 1)) throw new Error(`${FAILPOINT_VARIABLE} names no failpoint: ${written}`)
  return { at, passage: Number(passage) }
}
