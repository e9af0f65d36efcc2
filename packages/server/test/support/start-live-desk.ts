import { FakePasswordHasher, FakePasswordJudge } from '@textdesk/core/testing'
import { onTestFinished } from 'vitest'
import { startDesk } from '../../src/composition/start-desk.ts'
import { readConfig } from '../../src/config.ts'
import { DeskClient } from './desk-client.ts'
import { FakeMessageBird } from './fake-message-bird.ts'
import { LIVE, PUBLIC_URL, SIGNING_KEY } from './live-settings.ts'
import { MessageBirdWebhooks } from './message-bird-webhooks.ts'
import { OWNER } from './open-desk.ts'
import { redirectMessageBird } from './redirect-message-bird.ts'
import { makeTestDatabase } from './test-database.ts'

export interface LiveDesk {
  readonly owner: DeskClient
  readonly provider: FakeMessageBird
  readonly webhooks: MessageBirdWebhooks
  readonly databaseUrl: string
}

/**
 * The whole desk in this process, workers and all, listening on a real socket: it sends through MessageBird's SDK to a
 * provider on loopback, which calls it back with signed webhooks. Gone when the test is over.
 */
export async function startLiveDesk(): Promise<LiveDesk> {
  const database = await makeTestDatabase()
  const settings = readConfig({ ...LIVE, DATABASE_URL: database.url, LOG_LEVEL: 'silent' })
  // A busy test machine is no crowd of visitors.
  const config = { ...settings, mostLoopDelayMs: 0 }
  const provider = await FakeMessageBird.start({ accessKey: LIVE.MESSAGEBIRD_API_KEY })
  const restore = redirectMessageBird(provider.url)
  const desk = await startDesk(config, {
    passwordHasher: new FakePasswordHasher(),
    passwordJudge: new FakePasswordJudge(),
  })
  onTestFinished(async () => {
    await desk.stop()
    restore()
    await provider.stop()
    await database.remove()
  })
  const deskUrl = new URL(await desk.app.listen({ port: 0, host: '127.0.0.1' }))
  const owner = new DeskClient(desk.app)
  await owner.post('/api/setup', { ...OWNER, ...(desk.setUpCode && { code: desk.setUpCode }) })
  return {
    owner,
    provider,
    databaseUrl: database.url,
    webhooks: new MessageBirdWebhooks({ deskUrl, publicUrl: PUBLIC_URL, signingKey: SIGNING_KEY }),
  }
}
