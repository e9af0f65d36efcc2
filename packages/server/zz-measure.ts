import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openSqlitePersistence } from './src/persistence/sqlite/open-sqlite-persistence.ts'
import { RemovePracticeTickets, ReceiveText } from '@textdesk/core'
import { anAgent, anInbox } from '@textdesk/core/testing'
import { UuidIds } from './src/system/uuid-ids.ts'
const file = join(mkdtempSync('/tmp/td/owner/m-'), 'd.sqlite')
const p = await openSqlitePersistence({ file, warn: console.log })
const clock = { now: () => Date.now() }
const owner = anAgent({ role: 'owner' })
const practice = anInbox({ provider: 'simulated', number: '+12025550100' })
const real = anInbox({ provider: 'messagebird', number: '+12025550101', isDefault: false })
await p.unitOfWork.run(async (d) => { await d.agents.add(owner); await d.inboxes.add(practice); await d.inboxes.add(real) })
const receive = new ReceiveText({ unitOfWork: p.unitOfWork, clock, ids: new UuidIds(clock as never) })
const text = (i: number, inbox: typeof practice) => receive.execute({ provider: inbox.provider, from: { kind: 'phone', value: `+1999${1000000 + i}` }, to: inbox.number, body: `Where is my order number ${i} of brass kettles and other things that I have bought here lately?`, receiptKey: null, signature: null })
let t = Date.now()
for (let b = 0; b < 800; b++) await Promise.all(Array.from({ length: 50 }, (_, i) => text(b * 50 + i, (b % 4) ? real : practice)))
for (let b = 0; b < 40; b++) await Promise.all(Array.from({ length: 50 }, (_, i) => text(0, practice)))
console.log('stored', Date.now() - t)
t = Date.now(); await p.searchIndexer.catchUp(); console.log('indexed', Date.now() - t)
const h = monitorEventLoopDelay({ resolution: 1 }); h.enable()
t = Date.now()
const r = await new RemovePracticeTickets({ unitOfWork: p.unitOfWork, clock }).execute({ agentId: owner.id })
h.disable()
console.log(r, 'ms', Date.now() - t, 'loop delay max', h.max / 1e6, 'p99', h.percentile(99) / 1e6)
console.log(await p.systemQueries.searchLag())
await p.close()
