import type { LiveDesk } from '../../test/support/live-desk.ts'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { textRequest } from '../../test/support/message-bird-requests.ts'
import { WebhookSender } from '../../test/support/webhook-sender.ts'
import { fictionalNumber } from '../support/fictional-number.ts'

const WRITERS = 8

/** Customers who go on texting, each text from a number of its own, until they are told to stop. */
export class Customers {
  /** The bodies that were answered OK. */
  readonly stored: string[] = []
  readonly #sender: WebhookSender
  readonly #writers: Promise<void>[]
  #written = 0
  #stopped = false
  #heard = () => {}

  constructor({ server, webhooks }: LiveDesk) {
    this.#sender = new WebhookSender({ url: server.url, webhooks, connections: WRITERS })
    this.#writers = Array.from({ length: WRITERS }, () => this.#write())
  }

  async untilStored(count: number): Promise<void> {
    while (this.stored.length < count) {
      await new Promise<void>((resolve) => {
        this.#heard = resolve
      })
    }
  }

  async stop(): Promise<readonly string[]> {
    this.#stopped = true
    await Promise.all(this.#writers)
    this.#sender.close()
    return this.stored
  }

  async #write(): Promise<void> {
    while (!this.#stopped) {
      const place = this.#written++
      const body = `Text ${place}`
      const answer = await this.#sender.deliver(textRequest({ from: fictionalNumber(place), to: DESK_NUMBER, body }))
      if (answer.body === 'OK') this.stored.push(body)
      this.#heard()
    }
  }
}
