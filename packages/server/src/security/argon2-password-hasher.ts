import { type Algorithm, hash, type Options, verify } from '@node-rs/argon2'
import type { PasswordHasher } from '@textdesk/core'

/** The package exports it as a `const enum`, which does not exist at run time. */
const ARGON2ID: Algorithm.Argon2id = 2

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane. */
const options: Options = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export class Argon2PasswordHasher implements PasswordHasher {
  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), options)
  }

  async verify(passwordHash: string, password: string): Promise<boolean> {
    try {
      return await verify(passwordHash, password.normalize('NFKC'))
    } catch {
      return false
    }
  }
}
