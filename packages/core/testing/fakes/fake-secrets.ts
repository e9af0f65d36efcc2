import type { Secrets } from '../../src/ports/platform/secrets.ts'

/** Secrets that count up, and digests that still show what was digested. */
export class FakeSecrets implements Secrets {
  #last = 0

  token(): string {
    this.#last += 1
    return `token-${String(this.#last).padStart(37, '0')}`
  }

  setUpCode(): string {
    this.#last += 1
    return `CODE-${String(this.#last).padStart(4, '0')}`
  }

  digest(secret: string): string {
    return `digest:${secret}`
  }
}
