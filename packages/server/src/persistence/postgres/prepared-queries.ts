import type { QueryConfig } from 'pg'
import type { Query } from '../query.ts'
import { postgresCompiler } from './postgres-compiler.ts'
import { storable } from './storable.ts'

interface Template {
  readonly name: string
  readonly text: string
  readonly bind: (input: never) => unknown[]
}

const templates = new WeakMap<object, Template>()
let made = 0

/** Compiled once; each connection prepares it the first time it is asked, by its name. */
export function preparedFor<Input>(query: Query<Input, unknown>, input: Input): QueryConfig {
  const { name, text, bind } = templateOf(query)
  return { name, text, values: bind(input as never).map(storable) }
}

function templateOf<Input>(query: Query<Input, unknown>): Template {
  const known = templates.get(query)
  if (known) return known
  const { sql, bind } = query.compile(postgresCompiler)
  made += 1
  const template = { name: `q${made}`, text: sql, bind }
  templates.set(query, template)
  return template
}
