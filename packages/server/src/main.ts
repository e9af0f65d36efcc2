import { announce } from './cli/output/announce.ts'
import { explain } from './cli/output/explain.ts'
import { ensureDemoDesk } from './composition/ensure-demo-desk.ts'
import { startDesk } from './composition/start-desk.ts'
import { readDemoConfig } from './config/demo-config.ts'
import { loadEnvironment } from './config/load-config.ts'
import { readConfig } from './config.ts'
import { listen } from './http/listen.ts'

/** Longer than a provider may take to answer would be pointless: the launcher ends everything after 12 s. */
const MAX_STOP_MS = 11_000

try {
  const isDemo = readArguments(process.argv.slice(2))
  const env = loadEnvironment()
  const config = isDemo ? readDemoConfig(env) : readConfig(env)
  const signIn = isDemo ? await ensureDemoDesk(config) : null
  const desk = await startDesk(config)
  try {
    await listen(desk.app, config)
  } catch (error) {
    await desk.stop()
    throw error
  }
  announce(config, { setUpCode: desk.setUpCode, demo: signIn })
  stopOnSignal(desk.stop)
} catch (error) {
  console.error(explain(error, process.env['PORT'] ?? '8080'))
  process.exit(1)
}

/** Whether the demo desk is asked for. */
function readArguments(args: readonly string[]): boolean {
  if (args.length === 0) return false
  if (args.length === 1 && args[0] === '--demo') return true
  console.error('Usage: npm start, or npm start -- --demo for a desk with a week of invented texts')
  process.exit(2)
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const stopOnce = async () => {
    if (stopping) return
    stopping = true
    console.log('Stopping: answering what was begun, recording what is on its way.')
    setTimeout(() => process.exit(1), MAX_STOP_MS).unref()
    await stop()
    console.log('Stopped. Everything is stored.')
    process.exit(0)
  }
  process.on('SIGTERM', stopOnce)
  process.on('SIGINT', stopOnce)
}
