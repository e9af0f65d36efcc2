import { copyFileSync } from 'node:fs'
import type { Statement } from 'better-sqlite3'
import { openWriter } from '../../src/persistence/sqlite/connections.ts'
import type { Step } from './statement-recorder.ts'

/** Executes the recorded statements through bare better-sqlite3, `group` texts to a transaction. Answers texts per second. */
export function replay(units: readonly Step[][], ask: { before: string; file: string; group: number }): number {
  copyFileSync(ask.before, ask.file)
  const db = openWriter(ask.file)
  const prepared = new Map<string, Statement>()
  for (const { sql } of units.flat()) if (!prepared.has(sql)) prepared.set(sql, db.prepare(sql))
  const begin = db.prepare('begin immediate')
  const commit = db.prepare('commit')

  const started = performance.now()
  for (let at = 0; at < units.length; at += ask.group) {
    begin.run()
    for (const unit of units.slice(at, at + ask.group)) {
      for (const { sql, method, values } of unit) prepared.get(sql)?.[method](...values)
    }
    commit.run()
  }
  const seconds = (performance.now() - started) / 1_000
  db.close()
  return units.length / seconds
}
