import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ServerProcess } from './support/server-process.ts'
import { makeTestDatabase, type TestDatabase } from './support/test-database.ts'

const GUIDE = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8')
const MARK = '=== example'

interface Example {
  readonly commands: string
  /** What the guide shows of the answer, and whether as JSON or as lines. */
  readonly shown: { readonly kind: string; readonly text: string } | null
}

const examples = readExamples()
let folder: string
let database: TestDatabase
let server: ServerProcess
let outputs: string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  database = await makeTestDatabase()
  server = await ServerProcess.start({ folder, env: { DATABASE_URL: database.url } })
  outputs = await runAll()
}, 60_000)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
  await database.remove()
})

describe('docs/api.md', () => {
  it('has examples', () => expect(examples.length).toBeGreaterThan(15))

  it.each(examples.map((example, place) => [example.commands.split('\n')[0], example, place] as const))(
    'shows what really happens: %s',
    (_, { shown }, place) => {
      const output = outputs[place] ?? 'It did not get so far.'
      if (shown?.kind === 'json') expect(lastJson(output)).toEqual(shapeOf(JSON.parse(shown.text)))
      for (const line of shown?.kind === 'text' ? shown.text.trim().split('\n') : []) expect(output).toContain(line)
      expect(output).not.toContain('It did not get so far.')
    },
  )
})

function readExamples(): Example[] {
  const blocks = [...GUIDE.matchAll(/^```(\w+)\n(.*?)^```/gms)].map(([, kind = '', text = '']) => ({ kind, text }))
  return blocks.flatMap(({ kind, text }, place) => {
    const next = blocks[place + 1]
    return kind === 'sh' ? [{ commands: text, shown: next && next.kind !== 'sh' ? next : null }] : []
  })
}

/** All in one shell, as a reader would: variables and functions stay. It ends where a command fails. */
async function runAll(): Promise<string[]> {
  const url = `http://localhost:${server.port}`
  const script = examples.map(({ commands }) => `echo; echo '${MARK}'\n${commands}`).join('\n')
  const shell = spawn('sh', ['-eu'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [shell.stdout, shell.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  shell.stdin.end(script.replaceAll('http://localhost:8080', url))
  const [code] = await once(shell, 'close')
  if (code !== 0) output += '\nIt did not get so far.'
  return output.split(`\n${MARK}\n`).slice(1)
}

/** Answers stand one behind the other without a break between them. */
function lastJson(output: string): unknown {
  const starts = [...output.matchAll(/\{"/g)].map(({ index }) => index)
  for (const start of starts) {
    try {
      return JSON.parse(output.slice(start).trim())
    } catch {}
  }
  return output
}

/** What is shown must be there and of the same type; what is shorter in the guide may be longer in truth. */
function shapeOf(shown: unknown): unknown {
  if (Array.isArray(shown)) return shown.length === 0 ? expect.any(Array) : expect.arrayContaining(shown.map(shapeOf))
  if (typeof shown !== 'object' || shown === null) return shown === null ? null : expect.any(Object(shown).constructor)
  return expect.objectContaining(
    Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, shapeOf(value)])),
  )
}
