import { DEFAULT_CONFIRMATION } from '../../text/confirmation.ts'
import type { ConsentLanguage, ConsentTextKind } from '../../text/consent-texts.ts'
import { defaultWords } from '../consent/default-words.ts'
import type { OptOutWords } from '../consent/opt-out-words.ts'
import { languageOf } from '../contact/language-of.ts'
import { DEFAULT_TEXTS_PER_SECOND } from '../delivery/pace.ts'

/** Who carries the texts of an inbox. A message leaves only through its inbox's provider. */
export type Provider = 'messagebird' | 'simulated'

/** No SMS leaves the computer: the simulator stands in for the provider. */
export function isPractice({ provider }: { readonly provider: Provider }): boolean {
  return provider === 'simulated'
}

export interface Inbox {
  readonly id: string
  readonly name: string
  /** The virtual number, E.164. Null for the inbox that takes texts to numbers nobody knows; it cannot answer. */
  readonly number: string | null
  readonly provider: Provider
  /** Takes the texts that do not say which number they were sent to. */
  readonly isDefault: boolean
  readonly confirmationTemplate: string
  /** 0 = a closed ticket stays closed. */
  readonly reopenHours: number
  /** Whether a text that is nothing but thanks leaves its closed ticket closed. */
  readonly thanksStayClosed: boolean
  readonly optOutWords: OptOutWords
  /** Whether the desk itself answers STOP, START and HELP; off where the provider does. */
  readonly answersKeywords: boolean
  /** Of the answers that the owner did not write. */
  readonly language: ConsentLanguage
  /** Who answers, as customers know them; null where only the inbox's name tells. */
  readonly company: string | null
  /** How customers reach a person otherwise: an address, a number, a page. */
  readonly helpContact: string | null
  /** The owner's own answers to STOP, START and HELP; null for the default in the inbox's language. */
  readonly consentTexts: Readonly<Record<ConsentTextKind, string | null>>
  readonly automaticTextsPerHour: number
  /** At most so many leave, whoever wrote them. */
  readonly textsPerSecond: number
  /** Nothing is sent before then: the provider asked for a pause. */
  readonly pausedUntil: number | null
  readonly createdAt: number
}

const DEFAULT_REOPEN_HOURS = 24
const DEFAULT_AUTOMATIC_TEXTS_PER_HOUR = 1_000

export function newInbox(start: {
  id: string
  name: string
  number: string | null
  provider: Provider
  isDefault?: boolean
  now: number
}): Inbox {
  return {
    id: start.id,
    name: start.name,
    number: start.number,
    provider: start.provider,
    isDefault: start.isDefault ?? false,
    confirmationTemplate: DEFAULT_CONFIRMATION,
    reopenHours: DEFAULT_REOPEN_HOURS,
    thanksStayClosed: true,
    optOutWords: defaultWords(start.number ?? ''),
    answersKeywords: true,
    language: languageOf(start.number),
    company: null,
    helpContact: null,
    consentTexts: { out: null, in: null, help: null },
    automaticTextsPerHour: DEFAULT_AUTOMATIC_TEXTS_PER_HOUR,
    textsPerSecond: DEFAULT_TEXTS_PER_SECOND,
    pausedUntil: null,
    createdAt: start.now,
  }
}
