import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { FileStorage } from './file-storage.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'textdesk-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

it('FileStorage measures the database with its log, and the disk they lie on', async () => {
  const file = join(folder(), 'desk.sqlite')
  writeFileSync(file, 'x'.repeat(300))
  writeFileSync(`${file}-wal`, 'x'.repeat(40))
  const { databaseBytes, disk } = await new FileStorage(file).read()
  expect(databaseBytes).toBe(340)
  expect(disk?.freeBytes).toBeGreaterThan(0)
  expect(disk?.totalBytes).toBeGreaterThan(disk?.freeBytes ?? 0)
})

it('FileStorage says of what is not there that it is nothing', async () => {
  expect(await new FileStorage(join(folder(), 'gone', 'desk.sqlite')).read()).toEqual({ databaseBytes: 0, disk: null })
})
