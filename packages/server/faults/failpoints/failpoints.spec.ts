import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { FAILPOINT_VARIABLE, FAILPOINTS, readDeath, STANDSTILL_VARIABLE, writeDeath } from './failpoints.ts'

const PRODUCTION = ['../../src', '../../../core/src'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

it('no failpoint exists in a production run: nothing of the desk knows one by name, or of this folder', () => {
  const files = PRODUCTION.flatMap(productionFiles)
  expect(files.length).toBeGreaterThan(300)
  const forbidden = [...FAILPOINTS, FAILPOINT_VARIABLE, STANDSTILL_VARIABLE, 'failpoint', '/faults/', 'SIGUSR2']
  const found = files.flatMap((file) => {
    const code = readFileSync(file, 'utf8')
    return forbidden.filter((word) => code.includes(word)).map((word) => `${word} in ${file}`)
  })
  expect(found).toEqual([])
})

it('a death is written and read', () => {
  expect(readDeath(writeDeath({ at: 'send:answered', passage: 3 }))).toEqual({ at: 'send:answered', passage: 3 })
  expect(readDeath(undefined)).toBeNull()
  expect(() => readDeath('send:anywhere#1')).toThrow('names no failpoint')
})

function productionFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => join(folder, file))
}
