import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DeskLedger } from './support/desk-ledger.ts'
import { DESK_NUMBER, LiveDesk } from './support/live-desk.ts'
import { textRequest } from './support/message-bird-requests.ts'
import { runDeskCommand } from './support/run-desk-command.ts'
import { WebhookSender } from './support/webhook-sender.ts'

const OWNER = { name: 'Olga', email: 'olga@example.com', password: 'correct horse battery' }
const WRITERS = 8
const UNSENT = ['scheduled', 'queued', 'claimed', 'dispatching']

let folder: string
let desk: LiveDesk
let restored: LiveDesk | null = null

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'textdesk-backup-'))
  desk = await LiveDesk.start({ folder })
  new DeskLedger(desk.server.databaseFile).liftBudgets()
}, 60_000)

afterAll(async () => {
  await restored?.server.stop()
  await desk.stop()
  await rm(folder, { recursive: true })
})

it('a desk backed up under load is restored with the same tickets, and sends nothing again', {
  timeout: 120_000,
}, async () => {
  expect((await post(desk, '/api/setup', OWNER)).status).toBe(201)
  const load = new Load(desk)
  await load.untilStored(40)
  await desk.provider.waitForTexts(40)
  // The provider takes everything from here on and never says so: what a desk is least sure of.
  desk.provider.answerWith('silent')
  await load.untilStored(120)
  const before = [...load.stored]

  const copy = join(folder, 'copy.sqlite')
  const backup = await runDeskCommand(['backup', copy], { folder, env: urlOf(desk.server.databaseFile) })
  expect(backup).toMatchObject({ code: 0 })
  const after = await load.stop()
  await desk.server.kill()

  expect(after.length, 'texts went on being stored while the back-up ran').toBeGreaterThan(before.length)
  const copied = read(copy, "select body from messages where direction = 'in'").flat()
  expect(before.filter((body) => !copied.includes(body))).toEqual([])
  expect(new Set(copied).size).toBe(copied.length)
  const unsent = read(copy, `select id from messages where delivery_state in ('${UNSENT.join("','")}')`).flat()
  expect(unsent.length, 'the copy holds texts that were on their way').toBeGreaterThan(32)

  const place = join(folder, 'elsewhere')
  await mkdir(place)
  const restore = await runDeskCommand(['restore', copy], { folder: place, env: urlOf(join(place, 'desk.sqlite')) })
  expect(restore).toMatchObject({ code: 0 })
  expect(restore.output).toContain(`${unsent.length} texts were waiting to be sent and may have left since.`)

  desk.provider.answerWith('accept')
  const sentBefore = desk.provider.texts.length
  restored = await LiveDesk.start({ folder: place }, desk.provider)
  const tickets = 'select number, inbox_id, contact_id, status, last_seq, waiting_since from tickets order by number'
  expect(read(restored.server.databaseFile, tickets)).toEqual(read(copy, tickets))
  expect((await post(restored, '/api/session', { email: OWNER.email, password: OWNER.password })).status).toBe(200)

  // What would be due would leave before what comes in only now.
  await restored.webhooks.sendText({ from: '+12025550199', to: DESK_NUMBER, body: 'Are you back?' })
  await restored.provider.waitForTexts(sentBefore + 1)
  const sentByRestored = restored.provider.texts.slice(sentBefore)
  expect(sentByRestored.map(({ recipient }) => recipient)).toEqual(['12025550199'])
  const states = 'select id from messages where delivery_state = ? and delivery_reason = ?'
  expect(read(restored.server.databaseFile, states, 'uncertain', 'restored').flat().sort()).toEqual(unsent.sort())
})

/** Customers who go on texting, each from a number of their own, until they are told to stop. */
class Load {
  /** The bodies that were answered OK. */
  readonly stored: string[] = []
  readonly #sender: WebhookSender
  readonly #writers: Promise<void>[]
  #written = 0
  #stopped = false
  #heard = () => {}

  constructor({ server, webhooks }: LiveDesk) {
    this.#sender = new WebhookSender({ url: server.url, webhooks, connections: WRITERS })
    this.#writers = Array.from({ length: WRITERS }, () => this.#write())
  }

  async untilStored(count: number): Promise<void> {
    while (this.stored.length < count) {
      await new Promise<void>((resolve) => {
        this.#heard = resolve
      })
    }
  }

  async stop(): Promise<readonly string[]> {
    this.#stopped = true
    await Promise.all(this.#writers)
    this.#sender.close()
    return this.stored
  }

  async #write(): Promise<void> {
    while (!this.#stopped) {
      const place = this.#written++
      const body = `Text ${place}`
      const from = `+1${303 + Math.floor(place / 100)}55501${String(place % 100).padStart(2, '0')}`
      const answer = await this.#sender.deliver(textRequest({ from, to: DESK_NUMBER, body }))
      if (answer.body === 'OK') this.stored.push(body)
      this.#heard()
    }
  }
}

/** A desk that has just started on a busy machine may ask to be called again. */
async function post({ server }: LiveDesk, path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: server.url }
  for (;;) {
    const response = await fetch(server.url + path, { method: 'POST', body: JSON.stringify(body), headers })
    if (response.status !== 503) return response
    await sleep(100)
  }
}

function read(file: string, query: string, ...values: string[]): unknown[][] {
  const db = new Database(file, { readonly: true })
  try {
    return db
      .prepare<string[], unknown[]>(query)
      .raw()
      .all(...values)
  } finally {
    db.close()
  }
}

function urlOf(file: string): Record<string, string> {
  return { DATABASE_URL: `sqlite:${file}` }
}
