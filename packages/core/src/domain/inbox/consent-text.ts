import {
  type ConsentTextKind,
  type ConsentTextValues,
  consentTextProblem,
  defaultConsentText,
  renderConsentText,
} from '../../text/consent-texts.ts'
import type { Inbox } from './inbox.ts'

type Speaking = Pick<Inbox, 'name' | 'number' | 'language' | 'company' | 'helpContact' | 'consentTexts'>

/** What the inbox answers to STOP, START or HELP, as the customer gets it. */
export function consentText(inbox: Speaking, kind: ConsentTextKind): string {
  const template = inbox.consentTexts[kind] ?? defaultConsentText(kind, inbox.language, inbox.helpContact !== null)
  return renderConsentText(template, valuesOf(inbox))
}

/** What is wrong with one of the inbox's own texts, in the owner's words; null when all can be used. */
export function consentTextsProblem(inbox: Speaking): string | null {
  for (const kind of ['out', 'in', 'help'] as const) {
    const template = inbox.consentTexts[kind]
    const problem = template === null ? null : consentTextProblem(kind, template, valuesOf(inbox))
    if (problem !== null) return problem
  }
  return null
}

function valuesOf({ company, name, number, helpContact }: Speaking): ConsentTextValues {
  return { company: company ?? name, number: number ?? '', contact: helpContact }
}
