import { DomainError } from '@textdesk/core'
import { isStartRefusal } from '../../composition/start-refusals.ts'
import { ConfigError } from '../../config.ts'

/** Why the desk does not start, in sentences; only what nobody foresaw comes with a stack. */
export function explain(error: unknown, port: string): string {
  if (error instanceof ConfigError) return explainConfig(error)
  if (error instanceof DomainError) return explainRule(error)
  if (isStartRefusal(error)) return error.message
  return (
    explainSystemError(error, port) ??
    `Textdesk stopped because of an error nobody foresaw:\n${error instanceof Error ? error.stack : String(error)}`
  )
}

/** The database may have been found out only after it was opened. */
function explainRule({ code, message, cause }: DomainError): string {
  if (code !== 'storage-unavailable' || !(cause instanceof Error)) return message
  const reason = `${message.replace(/\.$/, '')}: ${cause.message}.`
  return `${reason} npm run desk -- doctor says what is wrong with the database.`
}

function explainConfig({ problems }: ConfigError): string {
  const lines = problems.map((problem) => `  ${problem}`)
  return ['Change this in .env or in the environment:', ...lines].join('\n')
}

function explainSystemError(error: unknown, port: string): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  const path = 'path' in error ? String(error.path) : 'a file'
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Try PORT=${Number(port) + 1} npm start.`
    case 'EACCES':
      return 'syscall' in error && error.syscall === 'listen'
        ? `Port ${port} may not be used by this user. Try PORT=8080 npm start.`
        : `Textdesk may not write ${path}. Give this user the right to, or set DATABASE_URL to another place.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'HOST is not an address of this computer. Leave it out for this computer alone, or set 0.0.0.0 for every network.'
    default:
      return null
  }
}
