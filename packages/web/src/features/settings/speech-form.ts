import {
  type ConsentLanguage,
  type ConsentTextKind,
  type ConsentTextValues,
  consentTextProblem,
} from '@textdesk/core/text'
import type { Inbox } from '@textdesk/server/contract'

/** How an inbox speaks of itself, as an owner edits it; an empty answer is the default. */
export interface SpeechForm extends Record<ConsentTextKind, string> {
  readonly language: ConsentLanguage
  readonly company: string
  readonly helpContact: string
}

export function writeSpeech({ language, company, helpContact, consentTexts }: Inbox): SpeechForm {
  const { out, in: back, help } = consentTexts
  return {
    language,
    company: company ?? '',
    helpContact: helpContact ?? '',
    out: out ?? '',
    in: back ?? '',
    help: help ?? '',
  }
}

export function readSpeech({ language, company, helpContact, ...texts }: SpeechForm) {
  return {
    language,
    company: company.trim() || null,
    helpContact: helpContact.trim() || null,
    consentTexts: { out: texts.out || null, in: texts.in || null, help: texts.help || null },
  }
}

/** What is filled in, as the desk does it. */
export function speechValues(
  { company, helpContact }: SpeechForm,
  { name, number }: Pick<Inbox, 'name' | 'number'>,
): ConsentTextValues {
  return { company: company.trim() || name, number: number ?? '', contact: helpContact.trim() || null }
}

export function hasSpeechFault(form: SpeechForm, inbox: Pick<Inbox, 'name' | 'number'>): boolean {
  const values = speechValues(form, inbox)
  return (['out', 'in', 'help'] as const).some(
    (kind) => form[kind] !== '' && consentTextProblem(kind, form[kind], values) !== null,
  )
}
