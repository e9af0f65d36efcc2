import type { PasswordHasher } from '../../src/ports/platform/password-hasher.ts'

/** Fast, and nothing else: the password stands in the hash. */
export class FakePasswordHasher implements PasswordHasher {
  #hashes = 0

  async hash(password: string): Promise<string> {
    this.#hashes += 1
    return `hash:${this.#hashes}:${password}`
  }

  async verify(hash: string, password: string): Promise<boolean> {
    return /^hash:\d+:(.*)$/s.exec(hash)?.[1] === password
  }
}
