import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import type { DeskApp } from '../../src/http/route.ts'

/** A browser on the desk's own page: it sends what a browser would, and keeps its cookies. */
export class DeskClient {
  readonly #app: DeskApp
  readonly #cookies = new Map<string, string>()

  constructor(app: DeskApp) {
    this.#app = app
  }

  /** As a request's header; null while there are none. */
  get cookie(): string | null {
    return this.#cookies.size === 0 ? null : [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get(url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.request('GET', url, undefined, headers)
  }

  post(url: string, body?: object, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.request('POST', url, body, headers)
  }

  put(url: string, body?: object, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.request('PUT', url, body, headers)
  }

  patch(url: string, body?: object, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.request('PATCH', url, body, headers)
  }

  delete(url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.request('DELETE', url, undefined, headers)
  }

  async request(
    method: string,
    url: string,
    body: object | undefined,
    headers: Record<string, string>,
  ): Promise<LightMyRequestResponse> {
    const own = { host: 'localhost:8080', origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }
    const cookie: Record<string, string> = this.cookie === null ? {} : { cookie: this.cookie }
    const options = { method, url, headers: { ...own, ...cookie, ...headers }, ...(body && { payload: body }) }
    const response = await this.#app.inject(options as InjectOptions)
    this.#keepCookies(response)
    return response
  }

  #keepCookies({ cookies }: LightMyRequestResponse): void {
    for (const { name, value } of cookies) {
      if (value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }
}
