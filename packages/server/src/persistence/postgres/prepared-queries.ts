import type { QueryConfig } from 'pg'
import type { Query } from '../query.ts'
import { postgresCompiler } from './postgres-compiler.ts'
import { storable } from './storable.ts'

interface Template {
  readonly name: string | null
  readonly text: string
  readonly bind: (input: never) => unknown[]
}

const templates = new WeakMap<object, Template>()
let made = 0
let generation = 0

/**
 * Compiled once; each connection prepares it the first time it is asked, by its name. What has no name PostgreSQL plans each
 * time, for the very values.
 */
export function preparedFor<Input>(query: Query<Input, unknown>, input: Input): QueryConfig {
  const { name, text, bind } = templateOf(query)
  const asked = { text, values: bind(input as never).map(storable) }
  return name === null ? asked : { name: `${name}.${generation}`, ...asked }
}

/** A newer version has changed the tables, and what is prepared no longer fits them: each connection prepares it anew. */
export function prepareAnew(): void {
  generation += 1
}

function templateOf<Input>(query: Query<Input, unknown>): Template {
  const known = templates.get(query)
  if (known) return known
  const { sql, bind } = query.compile(postgresCompiler)
  made += 1
  const template = { name: query.plansDiffer ? null : `q${made}`, text: sql, bind }
  templates.set(query, template)
  return template
}
