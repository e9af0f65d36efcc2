import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, inject, it } from 'vitest'

const BENCH = fileURLToPath(new URL('../../bench/main.ts', import.meta.url))
const COMPILED = fileURLToPath(new URL('../../../../.cache/bench/compiled', import.meta.url))

it('npm run bench -- postgres measures all that concerns PostgreSQL', { timeout: 300_000 }, async () => {
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED, TEST_DATABASE_URL: inject('postgres')?.url }
  const { stdout } = await promisify(execFile)(process.execPath, [BENCH, '--quick', 'postgres'], { env })
  const rows = stdout
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
  expect(rows.map((row) => row.split(' | ')[0]?.replace('| PostgreSQL: ', ''))).toEqual([
    'texts stored durably, 64 connections, one server',
    'texts stored durably, 64 connections, two servers',
    'first page of waiting, 300 tickets, p95',
    'first page of all, 300 tickets, p95',
    'search a word with 75 hits in 1,500 messages, p95',
    'search a word with 150 hits in 1,500 messages, p95',
    'search a word in one of five of 1,500 messages: messages read',
    'from text on one server to event on the other, p95',
  ])
  for (const row of rows) expect(row).toMatch(/\| \d+\.\d\d \| ([<>]= [\d.]+|-) \| (yes|\*\*no\*\*|-) \|$/)
  expect(stdout).toContain('Plan of the search for "order":')
  expect(stdout).toContain('Bitmap Index Scan on message_words')
})
