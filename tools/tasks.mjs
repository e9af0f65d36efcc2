// What `npm run` offers, one function per task; each returns an exit code.
import { binary } from './binary.mjs'
import { check } from './check.mjs'
import { run, runTogether } from './children.mjs'
import { at, root } from './places.mjs'
import { test } from './test.mjs'
import { buildWeb } from './web.mjs'

export const tasks = { start, dev, test, faults, check, format, bench, desk, pack, exec }

async function start(toolchain, args) {
  await buildWeb(toolchain)
  return runNode(toolchain, 'packages/server/src/main.ts', args)
}

async function dev({ node, env }, args) {
  return runTogether([
    [node, ['--watch', 'packages/server/src/main.ts', ...args], { cwd: root, env }],
    [binary('vite'), [], { cwd: at('packages/web'), env }],
  ])
}

async function bench(toolchain, args) {
  await buildWeb(toolchain)
  return runNode(toolchain, 'packages/server/bench/main.ts', args)
}

async function faults(toolchain, args) {
  await buildWeb(toolchain)
  return runNode(toolchain, 'packages/server/faults/main.ts', args)
}

function desk(toolchain, args) {
  return runNode(toolchain, 'packages/server/src/cli.ts', args)
}

async function pack(toolchain, args) {
  await buildWeb(toolchain)
  return runNode(toolchain, 'tools/pack/main.mjs', args)
}

function format({ env }, args) {
  return run(binary('biome'), ['check', '--write', ...(args.length > 0 ? args : ['.'])], { cwd: root, env })
}

/** `exec -- CMD ARGS`: a program of `node_modules/.bin`, `node` or `pnpm`, with the project's Node first on the PATH. */
function exec({ node, pnpm, env }, args) {
  const [command, ...rest] = args[0] === '--' ? args.slice(1) : args
  if (!command) throw new Error('Say what to run: node tools/run.mjs exec -- COMMAND [ARGS]')
  const cwd = process.cwd()
  if (command === 'node') return run(node, rest, { cwd, env })
  if (command === 'pnpm') return run(node, [pnpm, ...rest], { cwd, env })
  return run(binary(command), rest, { cwd, env })
}

function runNode({ node, env }, script, args) {
  return run(node, [script, ...args], { cwd: root, env })
}
