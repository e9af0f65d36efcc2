import { FakeMessageBird } from './fake-message-bird.ts'
import { MessageBirdWebhooks } from './message-bird-webhooks.ts'
import { ServerProcess, type ServerProcessOptions } from './server-process.ts'

export const DESK_NUMBER = '+12025550100'
export const SIGNING_KEY = 'signing_key_of_the_tests'
const API_KEY = 'test_key_of_the_desk'
export const PUBLIC_URL = 'https://desk.example.org'
const REDIRECT = new URL('redirect-message-bird-preload.ts', import.meta.url)

/** A desk that believes to be live: the real process, signed webhooks, and a provider on loopback that takes its texts. */
export class LiveDesk {
  readonly server: ServerProcess
  readonly provider: FakeMessageBird
  readonly webhooks: MessageBirdWebhooks

  constructor(server: ServerProcess, provider: FakeMessageBird) {
    this.server = server
    this.provider = provider
    this.webhooks = new MessageBirdWebhooks({
      deskUrl: new URL(server.url),
      publicUrl: PUBLIC_URL,
      signingKey: SIGNING_KEY,
    })
  }

  /** With the provider of an earlier desk, if one is given. */
  static async start(options: ServerProcessOptions, earlier?: FakeMessageBird): Promise<LiveDesk> {
    const provider = earlier ?? (await FakeMessageBird.start({ accessKey: API_KEY }))
    const server = await ServerProcess.start({
      ...options,
      nodeArgs: [...(options.nodeArgs ?? []), '--import', REDIRECT.href],
      env: {
        PUBLIC_URL,
        MESSAGEBIRD_API_KEY: API_KEY,
        MESSAGEBIRD_ORIGINATOR: DESK_NUMBER,
        MESSAGEBIRD_SIGNING_KEY: SIGNING_KEY,
        FAKE_MESSAGEBIRD_URL: provider.url.href,
        ...options.env,
      },
    })
    return new LiveDesk(server, provider)
  }

  async stop(): Promise<void> {
    await this.server.stop()
    await this.provider.stop()
  }
}
