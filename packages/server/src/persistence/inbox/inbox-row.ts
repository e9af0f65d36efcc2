import { type Inbox, languageOf, type OptOutWords } from '@textdesk/core'
import type { Selectable } from 'kysely'
import type { DeskSchema } from '../schema.ts'

/** All but how far ahead it has sent, which the outbox keeps, and whether it came to be beside another of its number. */
export type InboxRecord = Omit<Selectable<DeskSchema['inboxes']>, 'paced_until_us' | 'twin'>

export const inboxFields = [
  'id',
  'name',
  'number',
  'provider',
  'is_default',
  'confirmation_template',
  'reopen_hours',
  'thanks_stay_closed',
  'opt_out_words',
  'answers_keywords',
  'language',
  'company',
  'help_contact',
  'opt_out_text',
  'opt_in_text',
  'help_text',
  'automatic_texts_per_hour',
  'texts_per_second',
  'paused_until',
  'created_at',
] as const satisfies ReadonlyArray<keyof InboxRecord>

export function toInbox(row: InboxRecord): Inbox {
  return {
    id: row.id,
    name: row.name,
    number: row.number,
    provider: row.provider,
    isDefault: row.is_default === 1,
    confirmationTemplate: row.confirmation_template,
    reopenHours: row.reopen_hours,
    thanksStayClosed: row.thanks_stay_closed === 1,
    optOutWords: JSON.parse(row.opt_out_words) as OptOutWords,
    answersKeywords: row.answers_keywords === 1,
    language: row.language ?? languageOf(row.number),
    company: row.company,
    helpContact: row.help_contact,
    consentTexts: { out: row.opt_out_text, in: row.opt_in_text, help: row.help_text },
    automaticTextsPerHour: row.automatic_texts_per_hour,
    textsPerSecond: row.texts_per_second,
    pausedUntil: row.paused_until,
    createdAt: row.created_at,
  }
}

export function fromInbox(inbox: Inbox): InboxRecord {
  return {
    id: inbox.id,
    name: inbox.name,
    number: inbox.number,
    provider: inbox.provider,
    is_default: inbox.isDefault ? 1 : 0,
    confirmation_template: inbox.confirmationTemplate,
    reopen_hours: inbox.reopenHours,
    thanks_stay_closed: inbox.thanksStayClosed ? 1 : 0,
    opt_out_words: JSON.stringify(inbox.optOutWords),
    answers_keywords: inbox.answersKeywords ? 1 : 0,
    language: inbox.language,
    company: inbox.company,
    help_contact: inbox.helpContact,
    opt_out_text: inbox.consentTexts.out,
    opt_in_text: inbox.consentTexts.in,
    help_text: inbox.consentTexts.help,
    automatic_texts_per_hour: inbox.automaticTextsPerHour,
    texts_per_second: inbox.textsPerSecond,
    paused_until: inbox.pausedUntil,
    created_at: inbox.createdAt,
  }
}
