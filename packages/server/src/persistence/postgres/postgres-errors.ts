const SERIALISATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const UNIQUE_VIOLATION = '23505'
/** Classes of SQLSTATE: connection, insufficient resources, operator's doing, system error. */
const STORAGE_CLASSES = ['08', '53', '57', '58', 'XX']
const FEATURE_NOT_SUPPORTED = '0A000'
/** Where PostgreSQL's own code says so; its words are in the server's language. */
const OUTDATED_PLAN = 'RevalidateCachedQuery'
/** The desk stood still in the middle of a transaction, and PostgreSQL ended it. */
const IDLE_IN_TRANSACTION = '25P03'
const NETWORK_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN']
/** What the driver says without any code. */
const LOST =
  /connection terminated|timeout exceeded|timeout expired|query read timeout|connection timeout|not queryable/i
const SILENT = /query read timeout/i

/** Two transactions met, and this one was sent back: doing it again is right. */
export function isConflict(error: unknown): boolean {
  return [SERIALISATION_FAILURE, DEADLOCK].includes(codeOf(error))
}

/** Another transaction wrote the same at the same moment: done again, this one finds it. */
export function isTwin(error: unknown): boolean {
  return codeOf(error) === UNIQUE_VIOLATION
}

/** A table was changed since the statement was prepared. */
export function isOutdatedPlan(error: unknown): boolean {
  const routine = error instanceof Error && 'routine' in error ? error.routine : null
  return codeOf(error) === FEATURE_NOT_SUPPORTED && routine === OUTDATED_PLAN
}

/** The server, the network or the disk is at fault, rather than the statement. */
export function isStorageFault(error: unknown): boolean {
  const code = codeOf(error)
  return (
    isLost(error) || code === IDLE_IN_TRANSACTION || (code.length === 5 && STORAGE_CLASSES.includes(code.slice(0, 2)))
  )
}

/** There is no connection, or none that anything could be asked over. */
export function isLost(error: unknown): boolean {
  return NETWORK_CODES.includes(codeOf(error)) || (error instanceof Error && LOST.test(error.message))
}

/** Nothing came back, not even that the connection is gone. */
export function isSilence(error: unknown): boolean {
  return error instanceof Error && SILENT.test(error.message)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
