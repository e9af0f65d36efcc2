/** What a client of two servers saw. */
export interface DoorRecord {
  /** Taken: a text answered OK, a reply accepted. */
  readonly taken: number
  /** A server took no connection, and the other one was asked at once. */
  readonly turned: number
  /** Everything else. */
  readonly failures: readonly string[]
  readonly slowestMs: number
}

/** Two doors of one desk, as a proxy sees them: whoever takes no connection is passed over, nothing else is asked twice. */
export class Doors {
  #turn = 0
  #taken = 0
  #turned = 0
  #slowestMs = 0
  readonly #failures: string[] = []

  get record(): DoorRecord {
    return {
      taken: this.#taken,
      turned: this.#turned,
      failures: [...this.#failures],
      slowestMs: Math.round(this.#slowestMs),
    }
  }

  /** `ask` resolves with a complaint, or null; whether there was none. */
  async try(ask: (door: 0 | 1) => Promise<string | null>): Promise<boolean> {
    const first = this.#turn++ % 2 === 0 ? 0 : 1
    const began = performance.now()
    const complaint = await this.#inTurn(first, ask)
    this.#slowestMs = Math.max(this.#slowestMs, performance.now() - began)
    if (complaint === null) this.#taken += 1
    else this.#failures.push(complaint)
    return complaint === null
  }

  async #inTurn(first: 0 | 1, ask: (door: 0 | 1) => Promise<string | null>): Promise<string | null> {
    try {
      return await ask(first)
    } catch (error) {
      if (codeOf(error) !== 'ECONNREFUSED') return codeOf(error)
      this.#turned += 1
      return ask(first === 0 ? 1 : 0).catch(codeOf)
    }
  }
}

function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  return code ?? cause?.code ?? String(error)
}
