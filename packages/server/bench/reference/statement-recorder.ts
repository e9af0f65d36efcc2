import Database, { type Statement } from 'better-sqlite3'

/** One execution of one statement. */
export interface Step {
  readonly sql: string
  readonly method: 'run' | 'get' | 'all'
  readonly values: unknown[]
}

const METHODS = ['run', 'get', 'all'] as const

/**
 * Listens to what is executed on every connection opened from here on, so that the reference executes the desk's own
 * statements and not somebody's idea of them. Each closure of a group commit begins with its savepoint.
 */
export function recordStatements(): { units: Step[][]; stop: () => void } {
  const units: Step[][] = []
  const { prepare } = Database.prototype
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql) as Statement
    for (const method of METHODS) listen(statement, method, (values) => note(units, { sql, method, values }))
    return statement
  } as typeof prepare
  return {
    units,
    stop: () => {
      Database.prototype.prepare = prepare
    },
  }
}

function listen(statement: Statement, method: Step['method'], heard: (values: unknown[]) => void): void {
  const original = statement[method].bind(statement)
  Object.defineProperty(statement, method, {
    value: (...values: unknown[]) => {
      heard(values)
      return original(...values)
    },
  })
}

function note(units: Step[][], step: Step): void {
  if (/^savepoint\b/i.test(step.sql)) units.push([])
  // The reference groups in its own way, and it needs no savepoints: nothing in it can fail.
  else if (!/^(begin|commit|rollback|release)\b/i.test(step.sql)) units.at(-1)?.push(step)
}
