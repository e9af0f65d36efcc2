import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Browser {
  executablePath: string
  env?: Record<string, string>
}

const cache = fileURLToPath(new URL('../../../.cache', import.meta.url))
const folder = join(cache, 'chromium-153')

/** The Chromium inside @sparticuz/chromium, unpacked once; it brings fonts and the libraries a bare system lacks. */
export async function unpackedChromium(): Promise<Browser> {
  if (!existsSync(folder)) await unpack()
  const executablePath = join(folder, 'chromium')
  const env = { ...definedEnv(), FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  const starts = spawnSync(executablePath, ['--version'], { env }).status === 0
  return { executablePath, env: starts ? env : { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } }
}

// Unpacked beside its place and moved there whole, so that an interrupted run leaves no half a browser.
async function unpack(): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(join(cache, 'chromium-draft-'))
  // The package reads both on import: where to unpack, and whether its system libraries are wanted too.
  const borrowed = { TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
  const before = { ...process.env }
  Object.assign(process.env, borrowed)
  const { default: chromium } = await import('@sparticuz/chromium')
  await chromium.executablePath()
  restoreEnv(before)
  writeFileSync(join(draft, 'fonts.conf'), fontsConf)
  if (existsSync(folder)) rmSync(draft, { recursive: true })
  else renameSync(draft, folder)
}

function restoreEnv(before: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
}

const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]))
}
