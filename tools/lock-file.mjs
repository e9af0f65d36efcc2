// The lock file that npm checks the launcher's downloads against.
import { hashes as known } from './hashes.mjs'

/**
 * pnpm's own program comes in a package for each platform. Where none is known here, pnpm's wrapper, which is checked, fetches it and
 * checks the registry's signature.
 */
export function lockFile(packages, { platform, arch }, hashes = known) {
  const entries = Object.entries(packages).map(([name, version]) => [
    `node_modules/${name}`,
    { version, integrity: hashOf(name, version, hashes) },
  ])
  const lock = {
    lockfileVersion: 3,
    requires: true,
    packages: { '': { dependencies: packages }, ...Object.fromEntries(entries) },
  }
  const program = `@pnpm/exe.${platform}-${arch}`
  const integrity = hashes[`${program}@${packages.pnpm}`]
  if (integrity === undefined) return lock
  lock.packages['node_modules/pnpm'].optionalDependencies = { [program]: packages.pnpm }
  lock.packages[`node_modules/${program}`] = {
    version: packages.pnpm,
    integrity,
    optional: true,
    os: [platform],
    cpu: [arch],
    ...(platform === 'linux' && { libc: ['glibc'] }),
  }
  return lock
}

function hashOf(name, version, hashes) {
  const hash = hashes[`${name}@${version}`]
  if (hash?.startsWith('sha512-')) return hash
  throw new Error(`tools/hashes.mjs has no hash of ${name} ${version}.`)
}
