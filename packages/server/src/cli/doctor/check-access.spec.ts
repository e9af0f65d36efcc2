import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { checkAccess } from './check-access.ts'

let folder: string
let file: string
let settings: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'textdesk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  file = join(folder, 'desk.sqlite')
  settings = join(folder, '.env')
  for (const path of [file, `${file}-wal`, `${file}.lock`, settings]) writeFileSync(path, '', { mode: 0o600 })
})

function said(database = { kind: 'sqlite', file } as const): string[] {
  return checkAccess({ database }, settings).map(({ level, text }) => `${level}: ${text}`)
}

describe('checkAccess', () => {
  it('finds a desk closed to others', () => {
    expect(said()).toEqual(["good: Only this user can read the database's files."])
  })

  it.each(['', '-wal', '.lock'])('names the file ending in "%s" that others can read, and the command', (ending) => {
    chmodSync(file + ending, 0o644)
    expect(said()).toEqual([
      `bad: Other users of this computer can read or hold ${file}${ending}. Say: chmod 600 ${file}${ending}`,
    ])
  })

  it('notes a folder that others can look into', () => {
    chmodSync(folder, 0o755)
    expect(said()).toContainEqual(expect.stringContaining(`note: Other users of this computer can look into ${folder}`))
  })

  it('names settings that everybody can read, and lets a group', () => {
    chmodSync(settings, 0o640)
    expect(said()).toHaveLength(1)
    chmodSync(settings, 0o644)
    expect(said()).toContainEqual(expect.stringMatching(/^bad: Every user .* can read .*\.env, with its keys/))
  })

  it('has nothing to say before there is a desk', () => {
    rmSync(file)
    rmSync(settings)
    expect(said()).toEqual([])
  })
})
