import { openPostgresPersistence } from '../../src/persistence/postgres/open-postgres-persistence.ts'
import { databaseOn } from '../../test/support/database-on.ts'
import { onServer } from '../../test/support/on-server.ts'
import { TextMix } from '../load/text-mix.ts'
import { type PostgresStep, recordPostgres } from './postgres-recorder.ts'
import { PostgresReplay } from './postgres-replay.ts'
import { takeInTexts } from './take-in-texts.ts'

export type BarePostgresCommand =
  | {
      readonly kind: 'record'
      readonly url: string
      readonly copy: string
      readonly known: number
      readonly texts: number
    }
  | { readonly kind: 'replay'; readonly texts: number; readonly together: number }

/** As many as a server of the desk has. */
const CONNECTIONS = 16

type Recording = Extract<BarePostgresCommand, { kind: 'record' }>

let replay: PostgresReplay | null = null

process.on('message', (command: BarePostgresCommand) => void handle(command).then((answer) => process.send?.(answer)))
process.on('disconnect', () => process.exit())

/** Answers how many texts were recorded, or how many were replayed a second. */
async function handle(command: BarePostgresCommand): Promise<number> {
  if (command.kind === 'replay') return replay?.run(command) ?? 0
  const units = await record(command)
  replay = new PostgresReplay(command.copy, units, CONNECTIONS)
  return units.length
}

/** What was asked for each text; `copy` is then the database as it was when the first of them came. */
async function record({ url, copy, known, texts }: Recording): Promise<PostgresStep[][]> {
  await receive(url, new TextMix({ known: 0, next: 0 }), known)
  const [source, target] = [url, copy].map((each) => new URL(each).pathname.slice(1))
  const server = databaseOn(url, 'postgres')
  await onServer(server, `drop database ${target}`)
  await onServer(server, `create database ${target} template ${source}`)
  const recorder = recordPostgres()
  await receive(url, new TextMix({ known, next: known }), texts)
  recorder.stop()
  return recorder.units.filter((unit) => unit.some(({ asked }) => asked.text.includes('signature_ids')))
}

async function receive(url: string, mix: TextMix, count: number): Promise<void> {
  const persistence = await openPostgresPersistence({ connectionString: url, warn: console.warn })
  await takeInTexts(persistence, mix, count)
  await persistence.close()
}
