// `node_modules`, brought up to date when the lock file or a package.json has changed.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './children.mjs'
import { withLock } from './lock.mjs'
import { at, cache, root } from './places.mjs'
import { step } from './say.mjs'
import { fingerprint, isFresh, writeStamp } from './stamp.mjs'

const stampFile = join(cache, 'dependencies.stamp')

export async function installDependencies(toolchain) {
  if (isUpToDate()) return
  await withLock('dependencies', async () => {
    if (isUpToDate()) return
    await step('Installing the packages of the lock file', () => install(toolchain))
  })
}

function isUpToDate() {
  return existsSync(at('node_modules', '.modules.yaml')) && isFresh(stampFile, fingerprint(manifests()))
}

function manifests() {
  const packages = readdirSync(at('packages')).map((name) => at('packages', name, 'package.json'))
  return [at('pnpm-lock.yaml'), at('pnpm-workspace.yaml'), at('package.json'), ...packages]
}

async function install(toolchain) {
  const hash = fingerprint(manifests())
  const args = [toolchain.pnpm, 'install', '--frozen-lockfile', '--prefer-offline']
  const result = await capture(toolchain.node, args, { cwd: root, env: { ...toolchain.env, CI: 'true' } })
  if (result.code !== 0)
    throw new Error(`${result.output}\nThe packages could not be installed; what pnpm said stands above.`)
  writeStamp(stampFile, hash)
}
