import type { Contact } from '@textdesk/server/contract'
import { shortDate } from '../../shared/time/format-time.ts'

type OptOut = Contact['optOuts'][number]

/** Whether a customer may be texted, as a sentence. */
export function consentWords(optOut: OptOut | null, now: number): string {
  if (optOut === null) return 'May be texted.'
  const when = shortDate(optOut.at, now)
  if (optOut.source === 'agent') return `Opted out by an agent on ${when}. Replies are off until they text START.`
  return `This customer texted STOP on ${when}. Replies are off until they text START.`
}
