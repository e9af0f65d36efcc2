import { existsSync } from 'node:fs'
import { readConfig } from './config.ts'
import { announce } from './console/announce.ts'
import { explain } from './console/explain.ts'
import { listen } from './http/listen.ts'
import { startDesk } from './wiring/start-desk.ts'

/** Longer than a provider may take to answer would be pointless: the launcher ends everything after 12 s. */
const LONGEST_STOP_MS = 11_000

try {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  const desk = await startDesk(config)
  try {
    await listen(desk.app, config)
  } catch (error) {
    await desk.stop()
    throw error
  }
  announce(config, desk.setUpCode)
  stopOnSignal(desk.stop)
} catch (error) {
  console.error(explain(error, process.env['PORT'] ?? '8080'))
  process.exit(1)
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const stopOnce = async () => {
    if (stopping) return
    stopping = true
    console.log('Stopping: answering what was begun, recording what is on its way.')
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
    await stop()
    console.log('Stopped. Everything is stored.')
    process.exit(0)
  }
  process.on('SIGTERM', stopOnce)
  process.on('SIGINT', stopOnce)
}
