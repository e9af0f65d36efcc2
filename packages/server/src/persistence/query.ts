import type { Compilable, Kysely } from 'kysely'
import type { DeskSchema } from './schema.ts'

/**
 * A query that is written with Kysely, compiled once for a connection and run with ever new values: compiling anew costs
 * more than most of the queries themselves.
 */
export class Query<Input, Row> {
  readonly #build: (db: Kysely<DeskSchema>, input: Input) => Compilable<Row>

  /** Whether it may meet a row that must be unique, and its caller goes on then. */
  readonly mayCollide: boolean

  /** Whether a good plan for some values is a bad one for others, so that it is planned anew for each. */
  readonly plansDiffer: boolean

  constructor(
    build: (db: Kysely<DeskSchema>, input: Input) => Compilable<Row>,
    { mayCollide = false, plansDiffer = false } = {},
  ) {
    this.#build = build
    this.mayCollide = mayCollide
    this.plansDiffer = plansDiffer
  }

  compile(db: Kysely<DeskSchema>): CompiledTemplate<Input> {
    const { sql, parameters } = this.#build(db, placeholders<Input>()).compile()
    return { sql, bind: (input) => parameters.map((value) => (value instanceof Placeholder ? value.of(input) : value)) }
  }
}

interface CompiledTemplate<Input> {
  readonly sql: string
  bind(input: Input): unknown[]
}

/** Write the type of the second parameter; it names what the query is run with. */
export function query<Input, Row>(
  build: (db: Kysely<DeskSchema>, input: Input) => Compilable<Row>,
  options?: { readonly mayCollide: boolean },
): Query<Input, Row> {
  return new Query(build, options)
}

/** The named fields of a query's input, as an object that can be inserted. */
export function pick<Input, Field extends keyof Input>(input: Input, fields: readonly Field[]): Pick<Input, Field> {
  return Object.fromEntries(fields.map((field) => [field, input[field]])) as Pick<Input, Field>
}

/** Where a value of the input goes. */
export class Placeholder {
  readonly #name: string

  constructor(name: string) {
    this.#name = name
  }

  of(input: unknown): unknown {
    return (input as Record<string, unknown>)[this.#name]
  }
}

/** Stands in for the input while the query is built: every field is a placeholder that Kysely takes for a value. */
function placeholders<Input>(): Input {
  return new Proxy({}, { get: (_, name) => new Placeholder(String(name)) }) as Input
}
