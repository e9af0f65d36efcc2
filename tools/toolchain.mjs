// pnpm, and a Node that runs TypeScript where the host's does not, kept in `.cache/tools`.
import { readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { installLocked } from './install-locked.mjs'
import { withLock } from './lock.mjs'
import { lockFile } from './lock-file.mjs'
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
  const result = await installLocked(folder, packages, lockFile(packages, host), process.env)
  if (result.code === 0) return
  if (result.output.includes('EINTEGRITY')) {
    throw new Error(
      `${result.output}\nWhat was downloaded is not what tools/hashes.mjs expects. Nothing was installed; ask whoever keeps your npm registry.`,
    )
  }
  throw new Error(
    `${result.output}\nnpm could not fetch ${describe(packages)}. Check the connection, then run the command again.`,
  )
}

function describe(packages) {
  return Object.entries(packages)
    .map(([name, version]) => `${name} ${version}`)
    .join(' and ')
}
