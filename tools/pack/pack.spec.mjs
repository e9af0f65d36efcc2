import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at } from '../places.mjs'
import { pack } from './pack.mjs'

const READY_WITHIN_MS = 30_000
// Outside the repository, so that nothing of it can be found by looking upwards.
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'textdesk-pack-')))
const packed = join(folder, 'textdesk')
const work = join(folder, 'work')

let desk
let port

beforeAll(async () => {
  mkdirSync(work)
  await pack(packed)
  port = await freePort()
  desk = spawn(join(packed, 'textdesk'), [], { cwd: work, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
  desk.printed = ''
  for (const stream of [desk.stdout, desk.stderr]) stream.on('data', (text) => (desk.printed += text))
  await untilReady()
}, 120_000)

afterAll(async () => {
  if (desk && desk.exitCode === null) {
    desk.kill('SIGTERM')
    await once(desk, 'close')
  }
  rmSync(folder, { recursive: true, force: true })
}, 20_000)

describe('the packed desk', () => {
  it('runs where no repository is, and serves the page and the description of the API', async () => {
    for (const path of ['/readyz', '/', '/api/docs', '/api/docs/static/swagger-ui.css', '/api/openapi.json'])
      expect([path, (await get(path)).status]).toEqual([path, 200])
    const page = await (await get('/')).text()
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1]
    expect((await get(script, { 'accept-encoding': 'br' })).headers.get('content-encoding')).toBe('br')
  })

  it('keeps its data where it is called from, and hashes passwords', async () => {
    expect(existsSync(join(work, 'data/textdesk.sqlite'))).toBe(true)
    const owner = { name: 'Olga', email: 'olga@example.com', password: 'correct horse battery' }
    const response = await fetch(`http://127.0.0.1:${port}/api/setup`, {
      method: 'POST',
      body: JSON.stringify(owner),
      headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
    })
    expect(response.status).toBe(201)
  })

  it('brings its commands along', async () => {
    const copy = join(folder, 'copy.sqlite')
    const { code, output } = await runPacked(['desk', 'backup', copy])
    expect([code, output]).toEqual([0, expect.stringContaining('Backed up')])
    expect(existsSync(copy)).toBe(true)
  })

  it("carries guides and licences, and nobody's secrets", () => {
    const names = readdirSync(packed)
    for (const name of ['docs', 'LICENSE', 'LICENCES-OF-OTHERS.txt', '.env.example', 'package.json'])
      expect(names).toContain(name)
    expect(names).not.toContain('.env')
    const licences = readFileSync(join(packed, 'LICENCES-OF-OTHERS.txt'), 'utf8')
    for (const name of ['fastify', 'better-sqlite3', '@node-rs/argon2', 'messagebird'])
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+`, 'm'))
  })
})

describe('the Dockerfile', () => {
  const lines = readFileSync(at('Dockerfile'), 'utf8').replaceAll('\\\n', ' ').split('\n')
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')))
  const value = (instruction) =>
    last.findLast((line) => line.startsWith(`${instruction} `))?.slice(instruction.length + 1)

  it('runs what is packed, as nobody in particular, with its data in a volume', () => {
    const [runtime, script] = JSON.parse(value('CMD'))
    expect([runtime, existsSync(join(packed, script.replace('/opt/textdesk/', '')))]).toEqual(['node', true])
    expect(value('USER')).not.toMatch(/^(root|0)\b/)
    expect(JSON.parse(value('VOLUME'))).toEqual(['/data'])
    expect(value('ENV')).toContain('DATABASE_URL=sqlite:/data/textdesk.sqlite')
  })

  it('asks the desk how it is in a way that works', async () => {
    const [program, ...args] = JSON.parse(value('HEALTHCHECK').replace(/^.*?CMD /, ''))
    expect(program).toBe('node')
    expect((await run(process.execPath, args, { ...environment() })).code).toBe(0)
    expect((await run(process.execPath, args, { ...environment(), PORT: String(await freePort()) })).code).toBe(1)
  })

  it('copies only what is there, and none of what must stay here', () => {
    const copied = lines
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(/\s+/).slice(1, -1))
    expect(copied.filter((path) => !existsSync(at(path)))).toEqual([])
    const ignored = readFileSync(at('.dockerignore'), 'utf8').split('\n')
    for (const path of ['.git', '.env', '.env.*', 'data', '**/node_modules', '.cache']) expect(ignored).toContain(path)
  })
})

function environment() {
  return { PATH: process.env.PATH, HOME: work, PORT: String(port), LOG_LEVEL: 'warn' }
}

function runPacked(args) {
  return run(join(packed, 'textdesk'), args, environment())
}

async function run(program, args, env) {
  const child = spawn(program, args, { cwd: work, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const [code] = await once(child, 'close')
  return { code, output }
}

function get(path, headers = {}) {
  return fetch(`http://127.0.0.1:${port}${path}`, { headers })
}

async function untilReady() {
  const deadline = Date.now() + READY_WITHIN_MS
  while (
    !(await get('/readyz').then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (desk.exitCode !== null || Date.now() > deadline)
      throw new Error(`The packed desk is not ready:\n${desk.printed}`)
    await sleep(50)
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port: free } = probe.address()
  probe.close()
  return free
}
