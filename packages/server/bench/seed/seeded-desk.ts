import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { DeskClient } from '../desk/desk-client.ts'
import { startDesk } from '../desk/start-desk.ts'
import type { Bench } from '../measure.ts'
import { type DeskSize, fillDesk } from './fill-desk.ts'

/** Change it when `fillDesk` fills in another way. */
const FILLING = 3

const found = new Map<number, Promise<string>>()

/**
 * The folder of a desk with so many tickets, filled once and kept between runs for as long as the database's schema stays
 * the same.
 */
export function seededDesk(bench: Bench, size: DeskSize): Promise<string> {
  const folder = found.get(size.tickets) ?? findOrFill(bench, size)
  found.set(size.tickets, folder)
  return folder
}

async function findOrFill(bench: Bench, size: DeskSize): Promise<string> {
  const fresh = join(bench.workFolder, `seed-${size.tickets}`)
  await setUp(fresh)
  const name = `desk-${size.tickets}-`
  const folder = join(bench.cacheFolder, name + keyOf(join(fresh, 'desk.sqlite'), size))
  if (existsSync(folder)) return folder

  removeOlder(bench.cacheFolder, name)
  bench.say(`Filling a desk with ${size.tickets.toLocaleString('en-US')} tickets; the next run finds it ready`)
  fillDesk(join(fresh, 'desk.sqlite'), size)
  renameSync(fresh, folder)
  return folder
}

/** The desk makes its own schema, inbox and owner. */
async function setUp(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const desk = await startDesk({ folder })
  const client = new DeskClient(desk.server.url)
  await client.setUp()
  client.close()
  await desk.stop()
}

function keyOf(file: string, size: DeskSize): string {
  const db = new Database(file, { readonly: true })
  const schema = db.prepare('select sql from sqlite_master order by name').pluck().all()
  db.close()
  return createHash('sha256')
    .update(JSON.stringify([FILLING, size, schema]))
    .digest('hex')
    .slice(0, 12)
}

function removeOlder(folder: string, beginning: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(beginning)) rmSync(join(folder, name), { recursive: true })
  }
}
