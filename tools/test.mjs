// Both test runners in a row, and one closing line that counts them together.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { binary } from './binary.mjs'
import { run } from './children.mjs'
import { at, cache, root } from './places.mjs'
import { add, countPlaywright, countVitest, settle } from './tally.mjs'
import { buildWeb } from './web.mjs'

const results = join(cache, 'results')
const vitestFile = join(results, 'vitest.json')
const e2eFile = join(results, 'e2e.json')

/** Arguments go to vitest, and the end-to-end tests are then left out. */
export async function test(toolchain, args) {
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  await buildWeb(toolchain)
  const unit = await runVitest(toolchain, args)
  const total = args.length > 0 ? unit : add(unit, await runPlaywright(toolchain))
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed > 0 || total.passed === 0 ? 1 : 0
}

async function runVitest({ env }, args) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestFile}`]
  const code = await run(binary('vitest'), ['run', ...reporters, ...args], { cwd: root, env })
  return settle(countVitest(readReport(vitestFile)), code)
}

async function runPlaywright({ env }) {
  const environment = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: e2eFile }
  const code = await run(binary('playwright'), ['test'], { cwd: at('packages/web/e2e'), env: environment })
  return settle(countPlaywright(readReport(e2eFile)), code)
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
