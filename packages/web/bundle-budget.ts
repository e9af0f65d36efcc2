import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

const KB = 1024
/** Gzipped. The page must open quickly on a slow line, and stay that way. */
const budget = { scriptsAtLoad: 150 * KB, styles: 20 * KB, lazyChunk: 100 * KB }

/** Fails the build when the page has grown beyond its budget, and says by how much. */
export function bundleBudget(): Plugin {
  return {
    name: 'textdesk-bundle-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const over = measureBundle(bundle).filter(({ bytes, limit }) => bytes > limit)
      if (over.length > 0) this.error(over.map(complaint).join('\n'))
    },
  }
}

interface Weighed {
  readonly name: string
  readonly bytes: number
  readonly limit: number
}

function measureBundle(bundle: Rolldown.OutputBundle): Weighed[] {
  const files = Object.values(bundle)
  const chunks = files.filter((file) => file.type === 'chunk')
  const styles = files.filter(
    (file) => file.type === 'asset' && file.fileName.endsWith('.css'),
  ) as Rolldown.OutputAsset[]
  const atLoad = loadedWith(chunks)
  const lazy = chunks.filter((chunk) => !atLoad.has(chunk))
  return [
    { name: 'JavaScript at load', bytes: sum([...atLoad].map(({ code }) => code)), limit: budget.scriptsAtLoad },
    { name: 'CSS', bytes: sum(styles.map(({ source }) => source)), limit: budget.styles },
    ...lazy.map(({ fileName, code }) => ({ name: fileName, bytes: sum([code]), limit: budget.lazyChunk })),
  ]
}

/** The entry and all that it imports without being asked. */
function loadedWith(chunks: readonly Rolldown.OutputChunk[]): Set<Rolldown.OutputChunk> {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry))
  for (const chunk of found) {
    for (const name of chunk.imports) {
      const imported = chunks.find(({ fileName }) => fileName === name)
      if (imported) found.add(imported)
    }
  }
  return found
}

function sum(sources: readonly (string | Uint8Array)[]): number {
  return sources.reduce((total, source) => total + gzipSync(source).length, 0)
}

function complaint({ name, bytes, limit }: Weighed): string {
  return `${name}: ${(bytes / KB).toFixed(1)} KB gzipped, the budget is ${limit / KB} KB.`
}
