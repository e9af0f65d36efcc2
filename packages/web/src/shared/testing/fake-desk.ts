import { vi } from 'vitest'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

export type Answer = { readonly status: number; readonly json?: unknown } | 'no-answer'

/** Stands in for the server: answers by method and path, and remembers what it was asked. */
export class FakeDesk {
  readonly asked: Asked[] = []
  readonly #answers = new Map<string, (Answer | Promise<Answer>)[]>()

  constructor() {
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => this.#fetch(path, init))
  }

  /** Queued answers are given one after the other; the last one stays. A promised one is given when it is there. */
  answer(method: string, path: string, ...answers: (Answer | Promise<Answer>)[]): void {
    this.#answers.set(`${method} ${path}`, answers)
  }

  askedFor(method: string, path: string): Asked[] {
    return this.asked.filter((asked) => asked.method === method && asked.path === path)
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const method = init.method ?? 'GET'
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    this.asked.push({ method, path, body, headers: { ...(init.headers as Record<string, string>) } })
    const answers = this.#answers.get(`${method} ${path}`) ?? [
      { status: 404, json: { code: 'not-found', detail: path } },
    ]
    const answer = (await (answers.length > 1 ? answers.shift() : answers[0])) ?? 'no-answer'
    if (answer === 'no-answer') throw new TypeError('Failed to fetch')
    return new Response(answer.json === undefined ? null : JSON.stringify(answer.json), { status: answer.status })
  }
}
