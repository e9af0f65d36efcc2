import type { Message } from '@textdesk/server/contract'
import { fullTime } from '../../../shared/time/format-time.ts'

/** What stands under a text that the desk had to look for; null under every other. */
export function fetchedWords({ arrival, sentAt }: Message): string | null {
  if (arrival !== 'fetched') return null
  const sent = sentAt === null ? '' : ` Sent on ${fullTime(sentAt)}.`
  return `Fetched from MessageBird: its webhook did not reach the desk.${sent}`
}
