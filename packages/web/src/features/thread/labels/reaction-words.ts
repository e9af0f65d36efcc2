import type { Reaction } from '@textdesk/server/contract'

/** The six that phones name themselves; any other emoji is read out by its own name. */
const NAMES: Readonly<Record<string, string>> = {
  '👍': 'thumbs up',
  '❤️': 'a heart',
  '👎': 'thumbs down',
  '😂': 'laughter',
  '‼️': 'an exclamation',
  '❓': 'a question mark',
}

/** What the customer's phone says of a text, for a tooltip and for who hears it. */
export function reactionWords({ emoji }: Pick<Reaction, 'emoji'>, customer: string): string {
  return `${customer} reacted with ${NAMES[emoji] ?? emoji}`
}
