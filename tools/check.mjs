// Everything that can be said about the code without running it; each step speaks only when it has a complaint.
import { join } from 'node:path'
import { binary } from './binary.mjs'
import { capture } from './children.mjs'
import { cache, root } from './places.mjs'

const steps = [
  ['Format and lint', 'biome', ['ci', '--error-on-warnings', '.']],
  ['Types of the core', 'tsc', types('core', 'packages/core')],
  ['Types of the core specs and test kit', 'tsc', types('core-specs', 'packages/core/tsconfig.spec.json')],
  ['Types of the server', 'tsc', types('server', 'packages/server')],
  ['Types of the page', 'vue-tsc', types('page', 'packages/web')],
  ['Types of the build and the end-to-end tests', 'tsc', types('page-tools', 'packages/web/tsconfig.node.json')],
  ['Import rules', 'depcruise', ['--config', '.dependency-cruiser.mjs', 'packages']],
  [
    'Folders without circles',
    'depcruise',
    ['--config', '.dependency-cruiser.folders.mjs', 'packages/core/src', 'packages/web/src'],
  ],
  ['Unused files, exports and packages', 'knip', []],
]
const atOnce = 2

/** What was looked at before and has not changed is not looked at again: the second check takes a third of the time. */
function types(name, project) {
  return ['-p', project, '--incremental', '--tsBuildInfoFile', join(cache, 'types', `${name}.tsbuildinfo`)]
}

export async function check({ env }) {
  const waiting = [...steps]
  const broken = []
  await Promise.all(Array.from({ length: atOnce }, work))
  console.log(broken.length === 0 ? 'All checks passed' : `Failed: ${broken.join(', ')}`)
  return broken.length === 0 ? 0 : 1

  async function work() {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!(await passes(step, env))) broken.push(step[0])
    }
  }
}

async function passes([title, program, args], env) {
  const started = Date.now()
  const { code, output } = await capture(binary(program), args, { cwd: root, env })
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (code !== 0) console.log(`${output}\n`)
  return code === 0
}
