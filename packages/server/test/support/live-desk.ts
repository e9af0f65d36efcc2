import { FakeMessageBird } from './fake-message-bird.ts'
import { LIVE, PUBLIC_URL, SIGNING_KEY } from './live-settings.ts'
import { MessageBirdWebhooks } from './message-bird-webhooks.ts'
import { ServerProcess, type ServerProcessOptions } from './server-process.ts'

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
    const provider = earlier ?? (await FakeMessageBird.start({ accessKey: LIVE.MESSAGEBIRD_API_KEY }))
    const server = await ServerProcess.start({
      ...options,
      nodeArgs: [...(options.nodeArgs ?? []), '--import', REDIRECT.href],
      env: {
        ...LIVE,
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
