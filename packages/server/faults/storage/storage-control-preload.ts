// Given to a desk's process with `node --import`: its disk can then be filled, and it tells how late its event loop was.
import { createServer } from 'node:http'
import Database from 'better-sqlite3'
import { LoopWatch } from './loop-watch.ts'

const MAX_PAGES = 1_073_741_823
const loop = new LoopWatch()
let writer: Database.Database | null = null

const pragma = Database.prototype.pragma
Database.prototype.pragma = function (this: Database.Database, source, options) {
  if (source === 'synchronous = FULL') writer = this
  return pragma.call(this, source, options)
}

const orders: Readonly<Record<string, () => unknown>> = {
  '/watch': () => loop.start(),
  '/worst': () => loop.worst,
  '/fill': () => writer?.pragma(`max_page_count = ${writer.pragma('page_count', { simple: true })}`),
  '/free': () => writer?.pragma(`max_page_count = ${MAX_PAGES}`),
}

createServer((request, response) => {
  const answer = orders[request.url ?? '']?.()
  response.end(JSON.stringify(answer ?? null))
})
  .listen(Number(process.env['STORAGE_CONTROL_PORT']), '127.0.0.1')
  .unref()
