import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint, isFresh, writeStamp } from './stamp.mjs'

describe('stamp', () => {
  let folder

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stamp-'))
    mkdirSync(join(folder, 'src/deep'), { recursive: true })
    writeFileSync(join(folder, 'src/deep/a.ts'), 'one')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('changes with the content of a file deep below', () => {
    const before = fingerprint([join(folder, 'src')])
    expect(fingerprint([join(folder, 'src')])).toBe(before)
    writeFileSync(join(folder, 'src/deep/a.ts'), 'two')
    expect(fingerprint([join(folder, 'src')])).not.toBe(before)
  })

  it('changes with the name of a file', () => {
    const before = fingerprint([join(folder, 'src')])
    renameSync(join(folder, 'src/deep/a.ts'), join(folder, 'src/deep/b.ts'))
    expect(fingerprint([join(folder, 'src')])).not.toBe(before)
  })

  it('takes what is missing for empty', () => {
    expect(fingerprint([join(folder, 'nowhere')])).toBe(fingerprint([]))
  })

  it('is fresh only for the fingerprint that was written', () => {
    const stamp = join(folder, 'cache/web.stamp')
    expect(isFresh(stamp, 'abc')).toBe(false)
    writeStamp(stamp, 'abc')
    expect(isFresh(stamp, 'abc')).toBe(true)
    expect(isFresh(stamp, 'def')).toBe(false)
  })
})
