import { fileURLToPath } from 'node:url'
import { FakeMessageBird } from '../../../server/test/support/fake-message-bird.ts'
import { freePort } from '../../../server/test/support/free-port.ts'
import { textRequest } from '../../../server/test/support/message-bird-requests.ts'
import { MessageBirdWebhooks } from '../../../server/test/support/message-bird-webhooks.ts'
import { FakeTunnel } from './fake-tunnel.ts'
import type { RunningDesk } from './running-desk.ts'
import { startDesk } from './start-desk.ts'

const providerPreload = new URL('../../../server/test/support/redirect-message-bird-preload.ts', import.meta.url)
const tunnelPreload = new URL('./fake-tunnel-preload.ts', import.meta.url)

const API_KEY = 'live_key_of_this_test'
export const SIGNING_KEY = 'signing_key_of_this_test'
/** Another than the practice desk's own. */
export const DESK_NUMBER = '+12025550199'

/** A desk, its tunnel and its provider, none of which leaves this computer. */
export class Outside {
  readonly desk: RunningDesk
  readonly tunnel: FakeTunnel
  readonly provider: FakeMessageBird

  constructor(parts: { desk: RunningDesk; tunnel: FakeTunnel; provider: FakeMessageBird }) {
    this.desk = parts.desk
    this.tunnel = parts.tunnel
    this.provider = parts.provider
  }

  /** The desk begins in practice mode; the tunnel has a name already. */
  static async start(name: string): Promise<Outside> {
    const provider = await FakeMessageBird.start({ accessKey: API_KEY })
    const port = await freePort()
    const desk = await startDesk({
      nodeArgs: [providerPreload, tunnelPreload].flatMap((file) => ['--import', fileURLToPath(file)]),
      env: { FAKE_MESSAGEBIRD_URL: provider.url.href, FAKE_TUNNEL_URL: `http://127.0.0.1:${port}` },
    })
    const tunnel = new FakeTunnel({ desk: desk.url, name })
    await tunnel.start(port)
    return new Outside({ desk, tunnel, provider })
  }

  /** The four lines of the guide. */
  goLive(lines: { publicUrl: string; signingKey: string }): Promise<void> {
    return this.desk.configure({
      PUBLIC_URL: lines.publicUrl,
      MESSAGEBIRD_API_KEY: API_KEY,
      MESSAGEBIRD_SIGNING_KEY: lines.signingKey,
      MESSAGEBIRD_ORIGINATOR: DESK_NUMBER,
    })
  }

  /** Somebody texts the number; the flow calls the tunnel by its present name. Returns the status it got. */
  async text(from: string, body: string): Promise<number> {
    const { url, publicUrl } = this.tunnel
    const webhooks = new MessageBirdWebhooks({ deskUrl: url, publicUrl, signingKey: SIGNING_KEY })
    const sent = textRequest({ from, to: DESK_NUMBER, body })
    return (await webhooks.deliver({ ...sent, target: '/webhook' })).status
  }

  async stop(): Promise<void> {
    await this.desk.stop()
    await this.tunnel.stop()
    await this.provider.stop()
  }
}
