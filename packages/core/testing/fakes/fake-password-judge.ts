import type { PasswordJudge } from '../../src/ports/platform/password-judge.ts'

/** Refuses one well-known password, and what is personal. */
export class FakePasswordJudge implements PasswordJudge {
  async weaknessOf(password: string, personal: readonly string[]): Promise<string | null> {
    const found = ['1234567890', ...personal].find((word) => password.toLowerCase() === word.toLowerCase())
    return found === undefined ? null : `It is "${found}".`
  }
}
