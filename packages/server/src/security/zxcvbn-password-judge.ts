import type { PasswordJudge } from '@textdesk/core'
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** Of 0 to 4: at least 10^8 guesses, out of reach of whoever is slowed down at the door. */
const STRONG = 3
/** Judging takes longer with the square of the length, and holds the event loop; a start that is strong is enough. */
const JUDGED_LENGTH = 40

/** Asks a list of leaked passwords, dictionaries, names, dates, keyboards, repetitions and sequences (zxcvbn). */
export class ZxcvbnPasswordJudge implements PasswordJudge {
  /** 40 MB of dictionaries, which most starts of the desk never need. */
  #zxcvbn: Promise<ZxcvbnFactory> | null = null

  async weaknessOf(password: string, personal: readonly string[]): Promise<string | null> {
    if (password.trim() === '') return 'It is nothing but blanks.'
    this.#zxcvbn ??= load()
    const start = [...password.normalize('NFKC')].slice(0, JUDGED_LENGTH).join('')
    const { score, feedback } = (await this.#zxcvbn).check(start, [...personal])
    if (score >= STRONG) return null
    return feedback.warning ?? 'It is too much like what others choose.'
  }
}

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: { ...english.translations, warnings: { ...english.translations.warnings, userInputs: PERSONAL } },
  })
}

const PERSONAL = 'It holds your name, your e-mail address or the name of the desk.'
