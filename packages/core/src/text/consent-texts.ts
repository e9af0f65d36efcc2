import { MAX_SEGMENTS, measure } from './segments.ts'

/** What the desk answers by itself: to STOP, to START and to HELP. */
export type ConsentTextKind = 'out' | 'in' | 'help'

export const CONSENT_LANGUAGES = ['en', 'de', 'fr', 'es', 'nl'] as const
export type ConsentLanguage = (typeof CONSENT_LANGUAGES)[number]

export interface ConsentTextValues {
  /** Who it is, as customers know them. */
  readonly company: string
  /** The inbox's number. */
  readonly number: string
  /** How to reach a person otherwise; null where the owner gave no way. */
  readonly contact: string | null
}

type Texts = Readonly<Record<ConsentTextKind | 'helpWithoutContact', string>>

/**
 * The answers where an owner wrote none, in one part each for names of usual length: letters outside GSM-7 would make it two.
 *
 * What they say is what the US carriers ask for: the answer to STOP names the sender and confirms that no more texts come, in
 * one text; the answer to HELP names the sender, says how to reach a person and how to opt out (CTIA, Messaging Principles
 * and Best Practices, May 2023, 5.1.3; CTIA Short Code Monitoring Handbook 1.8, A.3; that rates may apply is said there too).
 * That START brings them back is what Twilio's and AWS's own answers say.
 */
const DEFAULTS: Readonly<Record<ConsentLanguage, Texts>> = {
  en: {
    out: '{{company}}: You are opted out and will get no more texts from {{number}}. Text START to get them again.',
    in: '{{company}}: You will get texts from {{number}} again. Text HELP for help, STOP to get no more.',
    help: '{{company}}: Text us your question and a person will answer. Or reach us at {{contact}}. Text STOP to opt out. Msg & data rates may apply.',
    helpWithoutContact:
      '{{company}}: Text your question to {{number}} and a person will answer. Text STOP to opt out. Msg & data rates may apply.',
  },
  de: {
    out: '{{company}}: Sie sind abgemeldet und erhalten keine SMS mehr von {{number}}. Mit START melden Sie sich wieder an.',
    in: '{{company}}: Sie erhalten wieder SMS von {{number}}. Hilfe mit HELP, abmelden mit STOP.',
    help: '{{company}}: Schreiben Sie uns Ihre Frage, ein Mensch antwortet. Sie erreichen uns auch so: {{contact}}. Abmelden mit STOP.',
    helpWithoutContact: '{{company}}: Schreiben Sie Ihre Frage an {{number}}, ein Mensch antwortet. Abmelden mit STOP.',
  },
  fr: {
    out: '{{company}} : vous ne recevrez plus de SMS du {{number}}. Envoyez START pour en recevoir à nouveau.',
    in: '{{company}} : vous recevrez à nouveau des SMS du {{number}}. Envoyez HELP pour obtenir une aide, STOP pour ne plus en recevoir.',
    help: '{{company}} : posez votre question par SMS, une personne vous répondra. Autre contact : {{contact}}. STOP pour ne plus recevoir de SMS.',
    helpWithoutContact:
      '{{company}} : envoyez votre question au {{number}}, une personne vous répondra. STOP pour ne plus recevoir de SMS.',
  },
  es: {
    out: '{{company}}: baja confirmada, no le enviaremos otros SMS desde {{number}}. Escriba START para volver a recibirlos.',
    in: '{{company}}: vuelve a recibir SMS desde {{number}}. Escriba HELP si necesita ayuda, STOP para no recibir otros.',
    help: '{{company}}: escriba su pregunta y le responde una persona. Otro contacto: {{contact}}. Escriba STOP para no recibir otros SMS.',
    helpWithoutContact:
      '{{company}}: escriba su pregunta a {{number}} y le responde una persona. Escriba STOP para no recibir otros SMS.',
  },
  nl: {
    out: '{{company}}: u bent afgemeld en krijgt geen sms meer van {{number}}. Sms START om ze weer te krijgen.',
    in: '{{company}}: u krijgt weer sms van {{number}}. Sms HELP voor hulp, STOP om u af te melden.',
    help: '{{company}}: sms uw vraag en een medewerker antwoordt. Ook te bereiken via {{contact}}. Sms STOP om u af te melden.',
    helpWithoutContact:
      '{{company}}: sms uw vraag naar {{number}} en een medewerker antwoordt. Sms STOP om u af te melden.',
  },
}

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g
const WORDS: Readonly<Record<ConsentTextKind, string>> = { out: 'STOP', in: 'START', help: 'HELP' }

export function defaultConsentText(kind: ConsentTextKind, language: ConsentLanguage, hasContact: boolean): string {
  return DEFAULTS[language][kind === 'help' && !hasContact ? 'helpWithoutContact' : kind]
}

export function renderConsentText(template: string, values: ConsentTextValues): string {
  return template.replaceAll(PLACEHOLDER, (written, name: string) => valueFor(name, values) ?? written)
}

/** What is wrong with an owner's text, in their words; null when it can be used. */
export function consentTextProblem(kind: ConsentTextKind, template: string, values: ConsentTextValues): string | null {
  const answer = `The answer to ${WORDS[kind]}`
  if (template.trim() === '') return `${answer} is empty. Write what customers should get, or go back to the default.`
  for (const [written, name] of template.matchAll(PLACEHOLDER)) {
    const key = (name ?? '').toLowerCase()
    if (key === 'contact' && kind !== 'help')
      return `${written} is filled in only in the answer to HELP. Take it out here.`
    if (key === 'contact' && values.contact === null)
      return `${answer} names ${written}, which is empty. Say how customers reach a person, or take it out.`
    if (valueFor(key, values) === null)
      return `Nothing is filled in for ${written}. Only ${known(kind)} are; take the other out.`
  }
  const rendered = renderConsentText(template, values)
  if (/\{\{|\}\}/.test(template.replaceAll(PLACEHOLDER, '')))
    return `${answer} has {{ or }} without the other. Write a variable as {{company}}.`
  const { segments } = measure(rendered)
  return segments > MAX_SEGMENTS ? `${answer} takes ${segments} parts. Shorten it to ${MAX_SEGMENTS} or fewer.` : null
}

function known(kind: ConsentTextKind): string {
  return kind === 'help' ? '{{company}}, {{number}} and {{contact}}' : '{{company}} and {{number}}'
}

function valueFor(name: string, { company, number, contact }: ConsentTextValues): string | null {
  const values: Readonly<Record<string, string | null>> = { company, number, contact }
  return Object.hasOwn(values, name.toLowerCase()) ? (values[name.toLowerCase()] ?? null) : null
}
