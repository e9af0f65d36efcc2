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
/** How long each part took, in seconds. */
const times = []

/**
 * `--long` adds the long faults and the journeys on two servers. Other arguments go to vitest, and the end-to-end tests are then
 * left out.
 */
export async function test(toolchain, args) {
  const paths = args.filter((argument) => argument !== '--long')
  const part = args.length === 0 ? 'short' : 'all'
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  await timed('The page', () => buildWeb(toolchain))
  const env = { ...toolchain.env, TEST_PART: part }
  const unit = await timed('Specs', () => runVitest(env, paths))
  const total = paths.length > 0 ? unit : add(unit, await timed('Journeys', () => runPlaywright(env)))
  for (const [name, seconds] of times) console.log(`${name}: ${seconds.toFixed(0)} s`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed > 0 || total.passed === 0 ? 1 : 0
}

async function timed(name, work) {
  const started = performance.now()
  const value = await work()
  times.push([name, (performance.now() - started) / 1000])
  return value
}

async function runVitest(env, args) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestFile}`]
  const code = await run(binary('vitest'), ['run', ...reporters, ...args], { cwd: root, env })
  return settle(countVitest(readReport(vitestFile)), code)
}

async function runPlaywright(env) {
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
