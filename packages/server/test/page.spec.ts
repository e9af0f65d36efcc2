import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openEmptyDesk } from './support/open-desk.ts'

const SCRIPT = 'let desk = "open"\n'.repeat(100)
const PAGE = '<!doctype html><title>Textdesk</title>'
const BROWSER = { 'accept-encoding': 'gzip, deflate, br, zstd' }

let get: (url: string, headers?: Record<string, string>) => ReturnType<ReturnType<Desk['visitor']>['get']>
type Desk = Awaited<ReturnType<typeof openEmptyDesk>>

beforeEach(async () => {
  const webFolder = mkdtempSync(join(tmpdir(), 'textdesk-page-'))
  onTestFinished(() => rmSync(webFolder, { recursive: true }))
  mkdirSync(join(webFolder, 'assets'))
  writeFileSync(join(webFolder, 'index.html'), PAGE)
  const script = join(webFolder, 'assets', 'index-abc.js')
  writeFileSync(script, SCRIPT)
  writeFileSync(`${script}.br`, brotliCompressSync(SCRIPT))
  writeFileSync(`${script}.gz`, gzipSync(SCRIPT))
  writeFileSync(join(webFolder, 'assets', 'font.woff2'), 'font')
  const visitor = (await openEmptyDesk({ app: { webFolder } })).visitor()
  get = (url, headers = {}) => visitor.get(url, headers)
})

describe('the files of the page', () => {
  it.each([
    [BROWSER, 'br', brotliDecompressSync],
    [{ 'accept-encoding': 'gzip' }, 'gzip', gunzipSync],
  ])('come compressed for whoever reads that: %j', async (headers, encoding, decompress) => {
    const response = await get('/assets/index-abc.js', headers)
    expect(response.headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': expect.stringContaining('javascript'),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: expect.stringMatching(/accept-encoding/i),
    })
    expect(decompress(response.rawPayload).toString()).toBe(SCRIPT)
  })

  it('come as they are for everybody else, and where there is nothing smaller', async () => {
    const plain = await get('/assets/index-abc.js')
    expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, SCRIPT])
    const font = await get('/assets/font.woff2', BROWSER)
    expect([font.headers['content-encoding'], font.body]).toEqual([undefined, 'font'])
  })

  it('are not found by a wrong name, while every other path is the page', async () => {
    expect((await get('/assets/gone-abc.js', BROWSER)).statusCode).toBe(404)
    for (const path of ['/', '/inbox/waiting/7']) expect((await get(path, BROWSER)).body).toBe(PAGE)
  })
})
