import type { LightMyRequestResponse } from 'fastify'
import type { SimulatedRequest } from '../providers/simulator/simulated-webhooks.ts'

interface App {
  inject(request: SimulatedRequest): Promise<LightMyRequestResponse>
}

/**
 * The simulated network calls the desk's own webhooks. The desk is made of the network and the network of the desk: this
 * is where the circle is closed, once there is an app.
 */
export class SelfRequests {
  #app: App | null = null

  attach(app: App): void {
    this.#app = app
  }

  /** Rejects when the webhook does not take it. */
  async send(request: SimulatedRequest): Promise<void> {
    if (!this.#app) throw new Error('The desk does not listen yet')
    const { statusCode } = await this.#app.inject(request)
    if (statusCode !== 200) throw new Error(`The desk answered its own webhook ${statusCode}`)
  }
}
