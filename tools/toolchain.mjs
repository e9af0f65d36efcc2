// pnpm, and a Node that runs TypeScript where the host's does not, kept in `.cache/tools`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { capture } from './children.mjs'
import { withLock } from './lock.mjs'
import { at, cache } from './places.mjs'
import { step } from './say.mjs'
import { runtimePackage, toolPackages } from './versions.mjs'

const folder = join(cache, 'tools')
const host = { version: process.versions.node, platform: process.platform, arch: process.arch }

/** @returns {Promise<{ node: string, pnpm: string, env: NodeJS.ProcessEnv }>} */
export async function installToolchain() {
  const packages = toolPackages(host)
  if (!isInstalled(packages)) {
    await withLock('tools', async () => {
      if (!isInstalled(packages)) await step(`Installing ${describe(packages)}`, () => install(packages))
    })
  }
  const runtime = runtimePackage(host)
  const node = runtime ? join(folder, 'node_modules', runtime.name, 'bin', 'node') : process.execPath
  return { node, pnpm: join(folder, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs'), env: environment(node) }
}

// Scripts of `.bin` look for `node` on the PATH, so the project's own stands first there.
function environment(node) {
  const bins = [dirname(node), at('node_modules', '.bin')]
  return { ...process.env, PATH: [...bins, process.env.PATH ?? ''].join(delimiter) }
}

function isInstalled(packages) {
  return Object.entries(packages).every(([name, version]) => installedVersion(name) === version)
}

function installedVersion(name) {
  try {
    return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version
  } catch {
    return undefined
  }
}

async function install(packages) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }, null, 2))
  const flags = ['--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error']
  const result = await capture('npm', ['install', '--prefix', folder, ...flags], { cwd: folder, env: process.env })
  if (result.code === 0) return
  throw new Error(
    `${result.output}\nnpm could not fetch ${describe(packages)}. Check the connection, then run the command again.`,
  )
}

function describe(packages) {
  return Object.entries(packages)
    .map(([name, version]) => `${name} ${version}`)
    .join(' and ')
}
