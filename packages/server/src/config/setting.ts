/** One variable of the environment: how its text is read, and what people are told who got it wrong. */
export interface Setting<T> {
  /** Null when the text is not what is expected. */
  readonly parse: (text: string) => T | null
  /** Completes "PORT must be ...". */
  readonly expected: string
  /** Never repeated in a message. */
  readonly secret?: true
}

/** Reads variables and collects everything that is wrong with them, so that all of it can be said at once. */
export class SettingReader {
  readonly problems: string[] = []
  readonly #env: Readonly<Record<string, string | undefined>>

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.#env = env
  }

  /** An empty variable counts as absent. */
  read<T>(name: string, setting: Setting<T>, fallback: T): T {
    const text = this.#env[name]?.trim() ?? ''
    if (text === '') return fallback
    const value = setting.parse(text)
    if (value !== null) return value
    const found = setting.secret ? '' : ` It is "${text}".`
    this.problems.push(`${name} must be ${setting.expected}.${found}`)
    return fallback
  }

  has(name: string): boolean {
    return (this.#env[name]?.trim() ?? '') !== ''
  }

  /** `missing`: what to do about it. */
  require<T>(name: string, setting: Setting<T>, missing: string): T | null {
    if (!this.has(name)) this.problems.push(`${name} is missing. ${missing}`)
    return this.read<T | null>(name, setting, null)
  }
}
