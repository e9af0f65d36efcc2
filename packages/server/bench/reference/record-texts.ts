import { copyFileSync } from 'node:fs'
import { openSqlitePersistence } from '../../src/persistence/sqlite/open-sqlite-persistence.ts'
import { TextMix } from '../load/text-mix.ts'
import { recordStatements, type Step } from './statement-recorder.ts'
import { takeInTexts } from './take-in-texts.ts'

/**
 * Takes in texts without HTTP. Answers what was executed for each of them; `before` is then a copy of the database as it
 * was when the first of them came.
 */
export async function recordTexts(ask: {
  file: string
  before: string
  known: number
  texts: number
}): Promise<Step[][]> {
  await receive(ask.file, new TextMix({ known: 0, next: 0 }), ask.known)
  copyFileSync(ask.file, ask.before)
  const recorder = recordStatements()
  await receive(ask.file, new TextMix({ known: ask.known, next: ask.known }), ask.texts)
  recorder.stop()
  // What else was committed meanwhile, such as steps of the search index, is not part of receiving a text.
  return recorder.units.filter((unit) => unit.some(({ sql }) => sql.includes('signature_ids')))
}

async function receive(file: string, mix: TextMix, count: number): Promise<void> {
  const persistence = await openSqlitePersistence({ file, warn: console.warn })
  await takeInTexts(persistence, mix, count)
  await persistence.close()
}
