// The same library as the desk's, left to its defaults: commits whenever it gets a line of input, and says when it is done.
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'

const db = new Database(process.argv[2])
db.pragma('journal_mode = WAL')
db.exec('create table if not exists texts (body text)')
const insert = db.prepare('insert into texts values (?)')
for await (const line of createInterface({ input: process.stdin })) {
  for (let left = Number(line); left > 0; left -= 1) insert.run('text')
  console.log('done')
}
