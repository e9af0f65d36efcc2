import { Client, type QueryConfig, type QueryResult } from 'pg'

/** One execution of one statement of a transaction. */
export interface PostgresStep {
  readonly asked: QueryConfig
  /** The number PostgreSQL gave to a ticket then. */
  ticket: number | null
}

type Ask = (asked: QueryConfig | string, ...rest: unknown[]) => unknown

/**
 * Listens to what is asked on every connection from here on, so that the reference asks the desk's own statements. A unit is
 * a transaction that was committed, without its `begin` and `commit`.
 */
export function recordPostgres(): { units: PostgresStep[][]; stop: () => void } {
  const units: PostgresStep[][] = []
  const open = new Map<unknown, PostgresStep[]>()
  const prototype = Client.prototype as unknown as { query: Ask }
  const { query } = prototype
  prototype.query = function (this: unknown, asked, ...rest) {
    const answer = query.call(this, asked, ...rest)
    const config = typeof asked === 'string' ? { text: asked } : asked
    if (config.text === 'begin') open.set(this, [])
    else if (config.text === 'commit') close(this)
    else if (config.text === 'rollback') open.delete(this)
    else note(open.get(this), config, answer)
    return answer
  }
  return {
    units,
    stop: () => {
      prototype.query = query
    },
  }

  function close(connection: unknown): void {
    const unit = open.get(connection)
    if (unit) units.push(unit)
    open.delete(connection)
  }
}

function note(unit: PostgresStep[] | undefined, asked: QueryConfig, answer: unknown): void {
  if (!unit) return
  const step: PostgresStep = { asked, ticket: null }
  unit.push(step)
  if (!asked.text.startsWith('insert into "tickets"')) return
  void (answer as Promise<QueryResult>).then(({ rows }) => {
    step.ticket = rows[0]?.number ?? null
  })
}
