import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { precompress } from './precompress.mjs'

const text = 'let desk = "open"\n'.repeat(200)
let folder

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'precompress-'))
  mkdirSync(join(folder, 'assets'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('writes both encodings beside a file, deep below too', async () => {
  const file = join(folder, 'assets/index-abc.js')
  writeFileSync(file, text)
  await precompress(folder)
  expect(brotliDecompressSync(readFileSync(`${file}.br`)).toString()).toBe(text)
  expect(gunzipSync(readFileSync(`${file}.gz`)).toString()).toBe(text)
})

it('leaves alone what is small, and what is compressed by nature', async () => {
  writeFileSync(join(folder, 'small.css'), 'a{}')
  writeFileSync(join(folder, 'assets/font.woff2'), text)
  await precompress(folder)
  for (const name of ['small.css', 'assets/font.woff2']) expect(existsSync(join(folder, `${name}.br`))).toBe(false)
})
