import type { RemovedPractice } from '@textdesk/server/contract'

/** "Removed: 3 tickets, 9 messages and 2 customers." */
export function removedWords({ tickets, messages, contacts }: RemovedPractice): string {
  if (tickets === 0 && contacts === 0) return 'There were no practice tickets.'
  return `Removed: ${count(tickets, 'ticket')}, ${count(messages, 'message')} and ${count(contacts, 'customer')}.`
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en-GB')} ${what}${number === 1 ? '' : 's'}`
}
