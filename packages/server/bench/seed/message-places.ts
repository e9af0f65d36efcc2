/** The tickets that are opened, among those that only fill the desk. */
export const LONG_TICKET = 1
export const SHORT_TICKET = 2
const FIRST_ORDINARY = 3

export interface MessagePlace {
  readonly ticket: number
  readonly seq: number
}

/**
 * Which ticket each message of the desk belongs to, oldest message first. The texts of the long and of the short ticket lie
 * among all the others, as they do when months went by between them.
 */
export function* messagePlaces(size: { messages: number; long: number; short: number }): Generator<MessagePlace> {
  const longEvery = Math.floor(size.messages / size.long)
  const shortEvery = Math.floor(size.messages / size.short)
  let ordinary = 0
  for (let row = 0; row < size.messages; row += 1) {
    if (row % longEvery === 0 && row / longEvery < size.long) yield { ticket: LONG_TICKET, seq: row / longEvery + 1 }
    else if (row % shortEvery === 1) yield { ticket: SHORT_TICKET, seq: Math.floor(row / shortEvery) + 1 }
    else {
      yield { ticket: FIRST_ORDINARY + Math.floor(ordinary / PER_TICKET), seq: (ordinary % PER_TICKET) + 1 }
      ordinary += 1
    }
  }
}

/** Texts of an ordinary ticket. */
export const PER_TICKET = 5
