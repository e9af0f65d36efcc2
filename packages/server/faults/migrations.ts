import { join } from 'node:path'
import type { Fault, Trial, Verdict } from './fault.ts'
import { makeOldDesks, type OldDesk } from './migrations/old-desks.ts'
import { bringUp, freshCopy, killUpdate, type Update, updateUndisturbed } from './migrations/update.ts'
import { atOnce } from './support/at-once.ts'

type Amounts = { readonly kills: number }

const AT_ONCE = 2
const SAY_EVERY = 50

export const migrations: Fault<Amounts> = {
  name: 'migrations',
  promise: 'an update killed at any statement leaves the old version or the new one, whole, and a desk that boots',
  quick: { kills: 10 },
  full: { kills: 100_000 },
  run: tryMigrations,
}

async function tryMigrations({ amounts, folder, say }: Trial<Amounts>): Promise<Verdict> {
  say('updating desks of every age')
  const { updates, broken } = await updateAll(folder)
  const points = spread(
    updates.flatMap((update) => Array.from({ length: update.statements }, (_, n) => ({ update, statement: n + 1 }))),
    amounts.kills,
  )
  const left = { old: 0, new: 0, neither: 0 }
  let kills = 0
  await atOnce(AT_ONCE, points, async ({ update, statement }) => {
    if (kills++ % SAY_EVERY === 0) say(`${kills} of ${points.length} kills`)
    const found = await killUpdate(update, statement, folder)
    left[found.version] += 1
    broken.push(...found.broken.map((sentence) => `${ageOf(update.from)}, statement ${statement}: ${sentence}`))
  })
  const figures = {
    'ages of desks': updates.length,
    'statements of their updates': updates.reduce((sum, { statements }) => sum + statements, 0),
    kills,
    'left the old version': left.old,
    'left the new version': left.new,
  }
  return { figures, broken }
}

/** Without any kill: every age comes up with all it had, and with the schema of a new desk. */
async function updateAll(folder: string): Promise<{ updates: Update[]; broken: string[] }> {
  const updates: Update[] = []
  const broken: string[] = []
  for (const old of await makeOldDesks(folder)) {
    const update = await updateUndisturbed(old, folder)
    const place = join(folder, `brought-up-${old.steps.length}`)
    const found = await bringUp(freshCopy(old, place), update)
    const schema = (look: Update['after'] | undefined) => JSON.stringify(look?.schema)
    if (schema(update.after) !== schema(updates[0]?.after ?? update.after)) found.push('it is not like a new desk')
    broken.push(...found.map((sentence) => `${ageOf(old)}: ${sentence}`))
    updates.push(update)
  }
  return { updates, broken }
}

/** So many of them, from the first to the last. */
function spread<T>(all: readonly T[], count: number): T[] {
  if (count >= all.length) return [...all]
  const places = Array.from({ length: count }, (_, nth) => Math.round((nth * (all.length - 1)) / (count - 1)))
  return places.flatMap((place) => all.slice(place, place + 1))
}

function ageOf({ steps }: OldDesk): string {
  return steps.length === 0 ? 'no desk yet' : `a desk after ${steps.at(-1)}`
}
