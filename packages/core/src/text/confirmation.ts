import { MAX_SEGMENTS, measure } from './segments.ts'

export const DEFAULT_CONFIRMATION = 'Thanks for contacting customer support! Your ticket ID is {{ticket}}.'

const TICKET = /\{\{\s*ticket\s*\}\}/gi
const PLACEHOLDER = /\{\{[^{}]*\}\}/
/** As long as a ticket number will get. */
const MAX_NUMBER_LENGTH = 9_999_999_999

export function renderConfirmation(template: string, ticketNumber: number): string {
  return template.replaceAll(TICKET, String(ticketNumber))
}

/** What is wrong with a template, in the owner's words; null when it can be used. */
export function confirmationProblem(template: string): string | null {
  if (template.trim() === '')
    return 'The confirmation is empty. Write what customers should get, with {{ticket}} in it.'
  const rendered = renderConfirmation(template, MAX_NUMBER_LENGTH)
  if (rendered === template) return 'The confirmation must name the ticket. Put {{ticket}} where its number belongs.'
  const unknown = PLACEHOLDER.exec(rendered)
  if (unknown) return `Nothing is filled in for ${unknown[0]}. Only {{ticket}} is; take the other out.`
  const { segments } = measure(rendered)
  if (segments > MAX_SEGMENTS)
    return `The confirmation takes ${segments} parts. Shorten it to ${MAX_SEGMENTS} or fewer.`
  return null
}
