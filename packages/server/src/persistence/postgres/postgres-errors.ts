const SERIALISATION_FAILURE = '40001'
const DEADLOCK = '40P01'
/** Classes of SQLSTATE: connection, insufficient resources, operator's doing, system error. */
const STORAGE_CLASSES = ['08', '53', '57', '58', 'XX']
const NETWORK_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN']
/** What the driver says without any code. */
const LOST = /connection terminated|timeout exceeded|query read timeout|connection timeout|not queryable/i

/** Two transactions met, and this one was sent back: doing it again is right. */
export function isConflict(error: unknown): boolean {
  return [SERIALISATION_FAILURE, DEADLOCK].includes(codeOf(error))
}

/** The server, the network or the disk is at fault, rather than the statement. */
export function isStorageFault(error: unknown): boolean {
  const code = codeOf(error)
  if (NETWORK_CODES.includes(code)) return true
  if (code.length === 5 && STORAGE_CLASSES.includes(code.slice(0, 2))) return true
  return error instanceof Error && LOST.test(error.message)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
