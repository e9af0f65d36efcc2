// A process that opens a desk's file and, before the statement it is told, is killed as if by kill -9. Its arguments are the
// file and the number of the statement, from 1; with 0 it lives, and prints how many statements there were. What only reads is
// not counted: there is nothing that it could leave half done.
import Database from 'better-sqlite3'
import { openSqlitePersistence } from '../../src/persistence/sqlite/open-sqlite-persistence.ts'

const READS = /^\s*(select|pragma|with)\b/i

const [file = '', fatal] = process.argv.slice(2)
let statements = 0
const { prepare, exec } = Database.prototype
Database.prototype.prepare = function (this: Database.Database, source: string) {
  dieBefore(this, source)
  return prepare.call(this, source)
} as typeof prepare
Database.prototype.exec = function (this: Database.Database, source: string) {
  dieBefore(this, source)
  return exec.call(this, source)
}

function dieBefore(db: Database.Database, source: string): void {
  if (db.name !== file || READS.test(source)) return
  statements += 1
  if (statements === Number(fatal)) process.kill(process.pid, 'SIGKILL')
}

const persistence = await openSqlitePersistence({ file, warn: console.error })
const opened = statements
await persistence.close()
console.log(opened)
