import type { Message } from '@textdesk/server/contract'
import { fullTime, waitingTime } from '../../../shared/time/format-time.ts'

/** Why a text from the customer stands in its ticket, as one plain sentence. */
export function placementWords({ placement, at }: Pick<Message, 'placement' | 'at'>): string {
  if (placement === null) return 'It came before the desk kept the reason.'
  const { reason, ticket, at: since, reopenHours } = placement
  const when = since === null ? '' : fullTime(since)
  const pause = since === null ? 'a while' : waitingTime(since, Date.parse(at))
  const window = `the ${reopenHours === 1 ? 'hour' : `${reopenHours ?? 0} hours`} in which a text reopens one`
  switch (reason) {
    case 'first-text':
      return 'It is the first text of this customer to this number.'
    case 'open-ticket':
      return `The customer's ticket was open when it came. It was begun on ${when}.`
    case 'woke-ticket':
      return `The customer's ticket was snoozed until ${when}, and this text woke it.`
    case 'reopened':
      return `It reopened the ticket, which had been closed for ${pause}: less than ${window}.`
    case 'thanks':
      return `It is only thanks, so it left the ticket closed. That had been closed for ${pause}.`
    case 'after-thanks':
      return 'It came within 10 minutes of thanks that had left the ticket closed, and reopened it together with them.'
    case 'window-over':
      return `It began a new ticket, as ticket ${ticket} had been closed for ${pause}: more than ${window}.`
    case 'never-reopens':
      return `It began a new ticket, as ticket ${ticket} was closed and this inbox reopens none.`
    case 'keyword':
      return 'It is only a word like STOP, START or HELP, which opens no ticket.'
    case 'blocked':
      return 'The customer was blocked when it came, so it opened no ticket.'
    case 'moved':
      return `An agent moved it here from ticket ${ticket} on ${when}.`
    case 'merged':
      return `It came to ticket ${ticket}, which was merged into this one on ${when}.`
  }
}
