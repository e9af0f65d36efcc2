import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installLocked } from './install-locked.mjs'
import { lockFile } from './lock-file.mjs'
import { pnpmVersion, toolPackages } from './versions.mjs'

const packages = { pnpm: '1.0.0' }
const linux = { platform: 'linux', arch: 'x64' }
let folder
let tarball
let server
let env

/** A registry that has one package, made here. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lock-file-'))
  const source = join(folder, 'source')
  mkdirSync(source)
  writeFileSync(join(source, 'package.json'), JSON.stringify({ name: 'pnpm', version: '1.0.0' }))
  await promisify(execFile)('npm', ['pack', '--pack-destination', folder], { cwd: source })
  tarball = readFileSync(join(folder, 'pnpm-1.0.0.tgz'))
  server = createServer(({ url, headers }, response) => {
    if (url.endsWith('.tgz')) return response.end(tarball)
    const dist = { tarball: `http://${headers.host}/pnpm/-/pnpm-1.0.0.tgz`, integrity: sha512(tarball) }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ name: 'pnpm', versions: { '1.0.0': { name: 'pnpm', version: '1.0.0', dist } } }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const registry = `http://127.0.0.1:${server.address().port}/`
  env = { ...process.env, npm_config_registry: registry, npm_config_cache: join(folder, 'cache') }
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const sha512 = (bytes) => `sha512-${createHash('sha512').update(bytes).digest('base64')}`

async function install(name, hash) {
  const target = join(folder, name)
  const lock = lockFile(packages, linux, { 'pnpm@1.0.0': hash })
  const { code, output } = await installLocked(target, packages, lock, env)
  return { code, output, isThere: existsSync(join(target, 'node_modules', 'pnpm')) }
}

describe('what the launcher downloads', { timeout: 60_000 }, () => {
  it('is taken when it hashes to what the repository says', async () => {
    expect(await install('right', sha512(tarball))).toMatchObject({ code: 0, isThere: true })
  })

  it('is refused when it does not, whatever the registry says of it', async () => {
    const { code, output, isThere } = await install('wrong', sha512('something else'))
    expect([code, isThere]).toEqual([1, false])
    expect(output).toContain('EINTEGRITY')
  })
})

describe('lockFile', () => {
  it.each([
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['darwin', 'x64'],
    ['darwin', 'arm64'],
  ])('has a hash of all that %s on %s needs', (platform, arch) => {
    const needed = toolPackages({ version: '20.11.0', platform, arch })
    const lock = lockFile(needed, { platform, arch })
    for (const name of Object.keys(needed))
      expect(lock.packages[`node_modules/${name}`].integrity).toMatch(/^sha512-.{86}==$/)
    if (platform === 'linux')
      expect(lock.packages[`node_modules/@pnpm/exe.linux-${arch}`]).toMatchObject({ version: pnpmVersion })
  })

  it('takes no version without a hash', () => {
    expect(() => lockFile({ pnpm: '99.0.0' }, linux)).toThrow('has no hash of pnpm 99.0.0')
  })
})
