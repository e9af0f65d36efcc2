import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { freePort } from './support/free-port.ts'
import { type CommandRun, runDeskCommand } from './support/run-desk-command.ts'
import { ServerProcess } from './support/server-process.ts'

const OWNER = { name: 'Olga', email: 'olga@example.com', password: 'correct horse battery' }

describe('npm run desk', () => {
  it('explains itself when asked for what is not there', async () => {
    const { code, output } = await runDeskCommand(['unknown'], { folder: aFolder() })
    expect(code).toBe(2)
    for (const command of ['backup FILE', 'restore FILE', 'doctor', 'agents', 'reset-password EMAIL', 'demo'])
      expect(output).toContain(`npm run desk -- ${command}`)
  })

  it('makes no file that is called like an option', async () => {
    const { desk, folder } = await aDesk()
    for (const [option, expected] of [
      ['--help', 0],
      ['-h', 0],
      ['--hlep', 2],
      ['-x', 2],
    ] as const) {
      const { code, output } = await command(['backup', option], { desk, folder })
      expect([option, code]).toEqual([option, expected])
      expect(output).toContain('Usage: npm run desk -- backup FILE')
      expect(existsSync(join(folder, option))).toBe(false)
    }
  })

  it('says of a backup that there is no desk', async () => {
    const { code, output } = await runDeskCommand(['backup', 'copy.sqlite'], { folder: aFolder() })
    expect(code).toBe(1)
    expect(output).toMatch(/There is no desk at .*textdesk\.sqlite\. Set DATABASE_URL to its database\./)
  })

  it('lists the agents of a running desk', async () => {
    const { desk, folder } = await aDesk()
    await setUp(desk)
    const { code, output } = await command(['agents'], { desk, folder })
    expect(code).toBe(0)
    expect(output).toMatch(/^NAME +E-MAIL +ROLE +STATE +ID\nOlga +olga@example\.com +owner +active +[0-9a-f-]{36}$/)
  })

  it('restores nothing over a desk, running or not', async () => {
    const { desk, folder } = await aDesk()
    const copy = join(folder, 'copy.sqlite')
    expect(await command(['backup', copy], { desk, folder })).toMatchObject({ code: 0 })
    expect(await command(['backup', copy], { desk, folder })).toMatchObject({ code: 1 })
    const running = await command(['restore', copy], { desk, folder })
    expect(running.code).toBe(1)
    expect(running.output).toContain('Another Textdesk process uses')
    await desk.stop()
    const stopped = await command(['restore', copy], { desk, folder })
    expect(stopped.code).toBe(1)
    expect(stopped.output).toContain('There is a desk at')
  })
})

describe('npm run desk -- doctor', () => {
  it('finds nothing wrong before the first start and beside a running desk', async () => {
    const before = await runDeskCommand(['doctor'], { folder: aFolder(), env: { PORT: String(await freePort()) } })
    expect(before.output).toContain('The first start makes one.')
    expect(before.output).toMatch(/Nothing is wrong\.$/)
    expect(before.code).toBe(0)

    const { desk, folder } = await aDesk()
    await setUp(desk)
    const during = await command(['doctor'], { desk, folder })
    expect(during.output).toMatch(/^ok {4}The database .* is whole: 0 tickets/m)
    expect(during.output).toMatch(/^ok {4}Every commit waits for the disk/m)
    expect(during.output).toMatch(/^ok {4}The desk runs at .* and is ready\.$/m)
    expect(during.output).toContain('simulated: no SMS leaves')
    expect(during.code).toBe(0)
  })

  it('names what is wrong with the configuration', async () => {
    const run = await runDeskCommand(['doctor'], { folder: aFolder(), env: { PORT: 'eighty', HOST: 'a b' } })
    expect(run.output.match(/^BAD {3}(PORT|HOST) must be/gm)).toHaveLength(2)
    expect(run.output).toMatch(/2 things are wrong\.$/)
    expect(run.code).toBe(1)
  })
})

describe('npm start -- --demo', () => {
  it('states its sign-in, which works, and keeps out of the way of the desk itself', { timeout: 60_000 }, async () => {
    const folder = aFolder()
    const desk = await ServerProcess.start({ folder, args: ['--demo'] })
    onTestFinished(() => desk.stop())
    const [, email = '', password = ''] = /Sign in as (\S+) with the password "(.+)"/.exec(desk.output) ?? []
    const signedIn = await post(desk, '/api/session', { email, password })
    expect(signedIn.status).toBe(200)
    const headers = { cookie: signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
    const views = await fetch(`${desk.url}/api/views`, { headers })
    expect(await views.text()).toContain('"waiting"')
    const anew = await command(['demo'], { desk, folder })
    expect(anew.code).toBe(1)
    expect(anew.output).toContain('Another Textdesk process uses')
    await desk.stop()
    expect(await command(['demo'], { desk, folder })).toMatchObject({ code: 0 })
  })
})

async function aDesk(): Promise<{ desk: ServerProcess; folder: string }> {
  const folder = aFolder()
  const desk = await ServerProcess.start({ folder })
  onTestFinished(() => desk.stop())
  return { desk, folder }
}

async function setUp(desk: ServerProcess): Promise<void> {
  expect((await post(desk, '/api/setup', OWNER)).status).toBe(201)
}

function post(desk: ServerProcess, path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: desk.url }
  return fetch(desk.url + path, { method: 'POST', body: JSON.stringify(body), headers })
}

/** In the environment of a desk. */
function command(
  args: readonly string[],
  { desk, folder, env }: { desk: ServerProcess; folder: string; env?: Record<string, string> },
): Promise<CommandRun> {
  const own = { PORT: String(desk.port), HOST: '127.0.0.1', DATABASE_URL: `sqlite:${desk.databaseFile}` }
  return runDeskCommand(args, { folder, env: { ...own, ...env } })
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
