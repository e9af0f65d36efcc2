import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openSqlitePersistence } from '../../src/persistence/sqlite/open-sqlite-persistence.ts'
import { bootProblem } from './boot.ts'
import { countStatements, killOpening } from './killed-opening.ts'
import { type Look, lookInto, lostBetween } from './look-into.ts'
import type { OldDesk } from './old-desks.ts'

/** The update of a desk of some age to this version: what it starts from, what it leads to, how much it does. */
export interface Update {
  readonly from: OldDesk
  readonly before: Look
  readonly after: Look
  readonly statements: number
}

export interface Found {
  readonly version: 'old' | 'new' | 'neither'
  readonly broken: readonly string[]
}

const TEXT = 'A text after the update'

/** What the update of this desk does when nothing disturbs it. */
export async function updateUndisturbed(from: OldDesk, folder: string): Promise<Update> {
  const file = freshCopy(from, join(folder, `undisturbed-${from.steps.length}`))
  const before = lookInto(file)
  const statements = await countStatements(file)
  return { from, before, after: lookInto(file), statements }
}

/** Kills it at the nth statement, looks at what that left, and starts the desk on it. */
export async function killUpdate(update: Update, statement: number, folder: string): Promise<Found> {
  const place = join(folder, `${update.from.steps.length}-${statement}`)
  try {
    const file = freshCopy(update.from, place)
    await killOpening(file, statement)
    const left = lookInto(withLog(file, join(place, 'left.sqlite')))
    const { before, after } = update
    const version = isLike(left, after) ? 'new' : isLike(left, before) ? 'old' : 'neither'
    const broken = [...left.damage, ...lostBetween(before, left)].map((sentence) => `killed, ${sentence}`)
    if (version === 'neither') broken.push(`it left neither version: ${left.steps.length} steps`)
    return { version, broken: [...broken, ...(await bringUp(file, update))] }
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Opens it as a start would, then starts it. What is wrong afterwards. */
export async function bringUp(file: string, { before, after }: Update): Promise<string[]> {
  const persistence = await openSqlitePersistence({ file, warn: () => {} })
  await persistence.close()
  const opened = lookInto(file)
  const broken = [...opened.damage, ...lostBetween(before, opened)]
  if (!isLike(opened, after)) broken.push('opened again, it is not of the new version')
  const problem = await bootProblem(file, TEXT)
  if (problem !== null) broken.push(problem)
  const texts = lookInto(file).rows.get('messages') ?? []
  if (!texts.some(({ body }) => body === TEXT)) broken.push('the text it said OK to is not there')
  return broken
}

export function freshCopy({ file }: OldDesk, place: string): string {
  mkdirSync(place)
  const copy = join(place, 'desk.sqlite')
  if (file !== null) copyFileSync(file, copy)
  return copy
}

/** A file and its log as they are, so that looking changes nothing. */
function withLog(file: string, copy: string): string {
  for (const ending of ['', '-wal']) if (existsSync(file + ending)) copyFileSync(file + ending, copy + ending)
  return copy
}

function isLike(look: Look, version: Look): boolean {
  const facts = ({ steps, schema }: Look) => JSON.stringify([steps, schema])
  return facts(look) === facts(version)
}
