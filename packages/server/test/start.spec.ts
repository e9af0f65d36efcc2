import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'

const server = new URL('../', import.meta.url).pathname
const OWNER = { name: 'Olga', email: 'olga@example.com', password: 'correct horse battery' }

describe('starting the desk', () => {
  it('says what mode it is in, where it is, where the data is and how to stop it', async () => {
    const { url, file, printed } = await start()
    expect(printed()).toContain('in practice mode: no SMS leaves this computer')
    expect(printed()).toContain(url)
    expect(printed()).toContain(file)
    expect(printed()).toContain('docs/going-live.md')
    expect(printed()).toMatch(/^Setup code: [A-Z2-9]{4}-[A-Z2-9]{4}$/m)
    expect(printed()).toContain('Press Ctrl+C')
  })

  it('answers on both loopback addresses', async () => {
    const { port } = await start()
    for (const address of ['127.0.0.1', '[::1]'])
      expect((await fetch(`http://${address}:${port}/healthz`)).status).toBe(200)
  })

  it('ends with a sentence when the port is in use', async () => {
    const { port } = await start()
    const { code, output } = await run('src/main.ts', [], { PORT: String(port), DATABASE_URL: `sqlite:${aFile()}` })
    expect([code, output]).toEqual([1, `Port ${port} is in use. Try PORT=${port + 1} npm start.`])
  })

  it('ends with a sentence when another process uses the file', async () => {
    const { file } = await start()
    const { code, output } = await run('src/main.ts', [], {
      PORT: String(await aFreePort()),
      DATABASE_URL: `sqlite:${file}`,
    })
    expect(code).toBe(1)
    expect(output).toBe(`Another Textdesk process uses ${file}. Stop it first, or give this one a file of its own.`)
  })

  it('ends with a sentence and an untouched file when that is from a newer version', async () => {
    const { file, stop } = await start()
    await stop()
    const db = new Database(file)
    db.exec("insert into kysely_migration(name, timestamp) values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')")
    db.close()
    const { code, output } = await run('src/main.ts', [], {
      PORT: String(await aFreePort()),
      DATABASE_URL: `sqlite:${file}`,
    })
    expect(code).toBe(1)
    expect(output).toMatch(/was written by a newer version of Textdesk/)
    expect(output).not.toMatch(/\n {4}at /)
  })

  it('ends with one line for each variable that is wrong', async () => {
    const { code, output } = await run('src/main.ts', [], { PORT: 'eighty', MESSAGEBIRD_API_KEY: 'live_1234567890' })
    expect(code).toBe(1)
    expect(output.split('\n')).toHaveLength(5)
    expect(output).toContain('PORT must be a port number from 1 to 65535, e.g. 8080. It is "eighty".')
    expect(output).toContain('PUBLIC_URL is missing.')
  })
})

describe('stopping the desk', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s ends event streams, writes everything down and exits with 0',
    async (signal) => {
      const { url, file, child, printed, post } = await start()
      const cookie = (await post('/api/setup', OWNER)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
      const events = await fetch(`${url}/api/events`, { headers: { cookie } })
      expect(events.status).toBe(200)
      const stopped = exitOf(child)
      child.kill(signal)
      expect(await events.text()).toContain('event: reset')
      expect(await stopped).toBe(0)
      expect(printed()).toContain('Stopped. Everything is stored.')
      const db = new Database(file, { readonly: true })
      expect(db.prepare('select count(*) from agents').pluck().get()).toBe(1)
      db.close()
    },
  )
})

describe('npm run desk -- reset-password', () => {
  it('gives a link for a new password, also while the desk runs', async () => {
    const { url, file, post } = await start()
    const signIn = async (password: string) => (await post('/api/session', { email: OWNER.email, password })).status
    await post('/api/setup', OWNER)
    const { code, output } = await run('src/cli.ts', ['reset-password', 'Olga@example.com'], {
      PORT: new URL(url).port,
      DATABASE_URL: `sqlite:${file}`,
    })
    expect(code).toBe(0)
    const token = /\/invite\/([\w-]{43})$/m.exec(output)?.[1]
    expect(await signIn(OWNER.password)).toBe(401)
    const body = { password: 'a brand new password' }
    expect((await post(`/api/invites/${token}`, body, 'PUT')).status).toBe(200)
    expect(await signIn(body.password)).toBe(200)
  })

  it('explains itself when it cannot', async () => {
    const file = aFile()
    const nothing = await run('src/cli.ts', [], {})
    expect(nothing.code).toBe(2)
    expect(nothing.output).toContain('npm run desk -- reset-password EMAIL')
    const noDesk = await run('src/cli.ts', ['reset-password', 'a@example.com'], { DATABASE_URL: `sqlite:${file}` })
    expect(noDesk.code).toBe(1)
    expect(noDesk.output).toContain(`There is no desk at ${file}. Set DATABASE_URL to its database.`)
    const desk = await start()
    const nobody = await run('src/cli.ts', ['reset-password', 'a@example.com'], {
      DATABASE_URL: `sqlite:${desk.file}`,
    })
    expect(nobody).toEqual({ code: 1, output: 'Nobody at this desk has that e-mail address.' })
  })
})

async function start() {
  const [port, file] = [await aFreePort(), aFile()]
  const url = `http://localhost:${port}`
  const child = launch('src/main.ts', [], { PORT: String(port), DATABASE_URL: `sqlite:${file}` })
  let text = ''
  child.stdout?.on('data', (chunk) => (text += chunk))
  child.stderr?.on('data', (chunk) => (text += chunk))
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => text.includes('Press Ctrl+C') && resolve())
    child.once('exit', () => reject(new Error(`The desk did not start: ${text}`)))
  })
  const post = (path: string, body: object, method = 'POST') =>
    fetch(url + path, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: url },
    })
  const stop = async () => {
    const stopped = exitOf(child)
    child.kill('SIGTERM')
    await stopped
  }
  return { url, port, file, child, post, stop, printed: () => text }
}

async function run(
  script: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const child = launch(script, args, env)
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  const code = await exitOf(child)
  return { code, output: output.trim() }
}

function launch(script: string, args: string[], env: Record<string, string>): ChildProcess {
  const environment = { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'silent', ...env }
  const child = spawn(process.execPath, [join(server, script), ...args], {
    cwd: aFolder(),
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve))
}

function aFile(): string {
  return join(aFolder(), 'desk.sqlite')
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function aFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
