import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const BENCH = fileURLToPath(new URL('../bench/main.ts', import.meta.url))
const COMPILED = fileURLToPath(new URL('../../../.cache/bench/compiled', import.meta.url))
const run = promisify(execFile)

describe('npm run bench', () => {
  it('measures a desk in a file and prints one table', { timeout: 120_000 }, async () => {
    // It starts ten desks.
    const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED }
    const { stdout } = await run(process.execPath, [BENCH, '--quick', 'file'], { env })
    const rows = stdout
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2)
    expect(rows.map((row) => row.split(' | ')[0])).toEqual([
      '| texts stored durably, 64 connections',
      '| texts stored durably, 64 connections',
      '| texts stored durably, 64 connections',
      '| p99 of those',
      '| first page of waiting, 300 tickets and 1,600 messages, p95',
      '| first page of all, 300 tickets and 1,600 messages, p95',
      '| open a ticket with 100 messages, p95',
      '| resident memory with 300 tickets',
      '| from text to event, 200 open streams, p95',
      '| from text to event, 200 open streams, p95',
    ])
    for (const row of rows) expect(row).toMatch(/\| \d+\.\d\d \| [<>]= [\d.]+ \| (yes|\*\*no\*\*) \|$/)
    expect(stdout).toContain('- Machine: ')
  })

  it('names the measures when asked for one it does not have', async () => {
    const failure = run(process.execPath, [BENCH, 'speed'])
    await expect(failure).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('texts, lists, ticket, memory, events'),
    })
  })
})
