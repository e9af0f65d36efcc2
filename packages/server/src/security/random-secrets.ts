import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { Secrets } from '@textdesk/core'

/** Letters and digits that nobody mistakes for one another. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

export class RandomSecrets implements Secrets {
  token(): string {
    return randomBytes(32).toString('base64url')
  }

  /** 40 bits: enough for a code that is guessed over the network at 30 tries a minute. */
  setUpCode(): string {
    const code = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('')
    return `${code.slice(0, 4)}-${code.slice(4)}`
  }

  digest(secret: string): string {
    return createHash('sha256').update(secret).digest('base64url')
  }
}
