// The one way in: `node tools/run.mjs TASK [ARGS]`, needing nothing but Node and npm.
import { installDependencies } from './dependencies.mjs'
import { fail } from './say.mjs'
import { tasks } from './tasks.mjs'
import { installToolchain } from './toolchain.mjs'
import { hostIsTooOld, oldestHost } from './versions.mjs'

const [name = 'start', ...args] = process.argv.slice(2)

try {
  process.exitCode = await run()
} catch (error) {
  fail(error)
}

async function run() {
  if (hostIsTooOld(process.versions.node)) {
    throw new Error(
      `Textdesk needs Node ${oldestHost} or newer; this is ${process.versions.node}. Install a current Node from nodejs.org, then run the command again.`,
    )
  }
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
  if (!task) throw new Error(`There is no task "${name}". Choose one of: ${Object.keys(tasks).join(', ')}.`)
  const toolchain = await installToolchain()
  if (!asksForPnpm()) await installDependencies(toolchain)
  return await task(toolchain, args)
}

// `exec -- pnpm install` is how dependencies get changed, so it must not demand that they are installed first.
function asksForPnpm() {
  return name === 'exec' && args.find((arg) => arg !== '--') === 'pnpm'
}
