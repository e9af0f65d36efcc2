// Installs what a lock file names, and nothing that hashes to something else.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './children.mjs'

/** @returns {Promise<{ code: number, output: string }>} */
export async function installLocked(folder, packages, lock, env) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }, null, 2))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock, null, 2))
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  return await capture('npm', ['ci', '--prefix', folder, ...flags], { cwd: folder, env })
}
