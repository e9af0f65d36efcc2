// The page's files once more, as small as they get: the desk sends those to browsers that can read them.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressible = /\.(css|html|js|json|map|svg|txt|webmanifest)$/
const leastBytes = 1_024
const encodings = [
  ['.br', (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })],
  ['.gz', (bytes) => promisify(gzip)(bytes, { level: 9 })],
]

/** Writes FILE.br and FILE.gz beside every file that becomes smaller by it. */
export async function precompress(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => compressible.test(file) && statSync(file).isFile())
  await Promise.all(files.map(compress))
}

async function compress(file) {
  const bytes = readFileSync(file)
  if (bytes.length < leastBytes) return
  for (const [ending, encode] of encodings) {
    const encoded = await encode(bytes)
    if (encoded.length < bytes.length) writeFileSync(file + ending, encoded)
  }
}
