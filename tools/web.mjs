// The page, built again when something it is made of has changed.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './children.mjs'
import { withLock } from './lock.mjs'
import { at, cache } from './places.mjs'
import { precompress } from './precompress.mjs'
import { step } from './say.mjs'
import { fingerprint, isFresh, writeStamp } from './stamp.mjs'

const stampFile = join(cache, 'web.stamp')
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'bundle-budget.ts', 'package.json'].map((name) =>
  at('packages/web', name),
)
const shared = [at('packages/core/src/text'), at('pnpm-lock.yaml'), at('tools/web.mjs'), at('tools/precompress.mjs')]

export async function buildWeb(toolchain) {
  if (!existsSync(at('packages/web/src/main.ts')) || isBuilt()) return
  await withLock('web', async () => {
    if (!isBuilt()) await step('Building the page', () => build(toolchain))
  })
}

function isBuilt() {
  return existsSync(at('packages/web/dist/index.html')) && isFresh(stampFile, fingerprint([...sources, ...shared]))
}

async function build({ node, env }) {
  const hash = fingerprint([...sources, ...shared])
  const vite = at('packages/web/node_modules/vite/bin/vite.js')
  const result = await capture(node, [vite, 'build'], { cwd: at('packages/web'), env })
  if (result.code !== 0) throw new Error(`${result.output}\nThe page could not be built; what Vite said stands above.`)
  await precompress(at('packages/web/dist'))
  writeStamp(stampFile, hash)
}
