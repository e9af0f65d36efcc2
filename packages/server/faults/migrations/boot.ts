import { startDesk } from '../../src/composition/start-desk.ts'
import { readConfig } from '../../src/config.ts'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { textRequest } from '../../test/support/message-bird-requests.ts'

/** Starts the whole desk on a file and has it take a text. What is wrong with it, or null. */
export async function bootProblem(file: string, body: string): Promise<string | null> {
  const config = readConfig({ DATABASE_URL: `sqlite:${file}`, LOG_LEVEL: 'silent' })
  // A busy test machine is no crowd of visitors.
  const desk = await startDesk({ ...config, mostLoopDelayMs: 0 })
  try {
    const ready = await desk.app.inject('/readyz')
    if (ready.statusCode !== 200) return `it is not ready: ${ready.body}`
    const {
      target: url,
      contentType = '',
      body: payload = '',
    } = textRequest({
      from: '+12025550101',
      to: DESK_NUMBER,
      body,
    })
    const taken = await desk.app.inject({ method: 'POST', url, headers: { 'content-type': contentType }, payload })
    return taken.body === 'OK' ? null : `it did not take a text: ${taken.body}`
  } finally {
    await desk.stop()
  }
}
