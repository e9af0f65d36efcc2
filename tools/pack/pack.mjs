// A folder that runs the desk with nothing but Node: bundle, page, native packages, guides.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from '../places.mjs'
import { bundleServer, natives } from './bundle.mjs'
import { licencesOf } from './licences.mjs'
import { copyNatives } from './natives.mjs'

const copied = ['packages/web/dist', 'docs', 'README.md', 'CHANGELOG.md', 'LICENSE', '.env.example']

/** Fills `folder` anew. The page must have been built. */
export async function pack(folder) {
  if (!existsSync(at('packages/web/dist/index.html'))) throw new Error('The page has not been built: npm run pack.')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  // The server looks for the page at ../../web/dist, as it does in the sources.
  const bundled = await bundleServer(join(folder, 'server/app'))
  for (const path of copied) cpSync(at(path), join(folder, path.replace('packages/', '')), { recursive: true })
  const folders = copyNatives(natives, join(folder, 'node_modules'))
  writeFileSync(join(folder, 'LICENCES-OF-OTHERS.txt'), `${licencesOf([...bundled, ...folders])}\n`)
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`)
  cpSync(at('tools/pack/textdesk.sh'), join(folder, 'textdesk'))
  chmodSync(join(folder, 'textdesk'), 0o755)
}

function manifest() {
  const { name, version, description, license } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  const scripts = { start: './textdesk', desk: './textdesk desk' }
  return { name, version, private: true, description, license, type: 'module', engines: { node: '>=22' }, scripts }
}
