import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { atMost, type Figure } from './figure.ts'

const dist = fileURLToPath(new URL('../dist', import.meta.url))

/** The page as it was built: what index.html asks for, and what is fetched later. */
export async function bundleSizes(): Promise<Figure[]> {
  const html = await readFile(`${dist}/index.html`, 'utf8')
  const names = (await readdir(`${dist}/assets`)).filter((name) => /\.(js|css)$/.test(name))
  const sizes = await Promise.all(names.map(async (name) => ({ name, kb: await gzipped(`${dist}/assets/${name}`) })))
  const scripts = sizes.filter(({ name }) => name.endsWith('.js'))
  const lazy = scripts.filter(({ name }) => !html.includes(name))
  return [
    atMost('JavaScript at load, gzip', sum(scripts.filter(({ name }) => html.includes(name))), 150, 'KB'),
    atMost('CSS, gzip', sum(sizes.filter(({ name }) => name.endsWith('.css'))), 20, 'KB'),
    atMost('largest lazy chunk, gzip', Math.max(0, ...lazy.map(({ kb }) => kb)), 100, 'KB'),
  ]
}

async function gzipped(file: string): Promise<number> {
  return gzipSync(await readFile(file)).length / 1024
}

function sum(sizes: readonly { kb: number }[]): number {
  return sizes.reduce((total, { kb }) => total + kb, 0)
}
