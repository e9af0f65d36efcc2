/** The parties of a conversation, as far as they tell whether a text can go from one to the other. */
export interface Correspondents {
  readonly contact: {
    readonly kind: 'phone' | 'short-code' | 'name'
    readonly blockedAt: unknown
    /** In this inbox. */
    readonly optedOutAt: unknown
  }
  /** `number` is null where texts lie that came to a number of nobody's. */
  readonly inbox: { readonly number: string | null }
}

export type ReplyObstacle = 'no-number' | 'name' | 'short-code' | 'blocked' | 'opted-out'

/** Why a person's text cannot go to this contact through this inbox, what lasts longest first; null where it can. */
export function replyObstacle({ contact, inbox }: Correspondents): ReplyObstacle | null {
  if (inbox.number === null) return 'no-number'
  if (contact.kind !== 'phone') return contact.kind
  if (contact.blockedAt !== null) return 'blocked'
  return contact.optedOutAt === null ? null : 'opted-out'
}

/** The obstacle in an agent's words, with its cure where it has one. `optedOutOn`: a date, e.g. "3 May". */
export function explainObstacle(obstacle: ReplyObstacle, about: { address: string; optedOutOn?: string }): string {
  switch (obstacle) {
    case 'no-number':
      return 'This text came to a number the desk does not have, so there is no number to answer from.'
    case 'name':
      return `'${about.address}' is a name, not a number. It can't be answered.`
    case 'short-code':
      return `${about.address} is a short code. It can't be answered.`
    case 'blocked':
      return 'This customer is blocked. Unblock them to reply.'
    case 'opted-out': {
      const when = about.optedOutOn === undefined ? '' : ` on ${about.optedOutOn}`
      return `This customer opted out${when}. Replies are off until they text START.`
    }
  }
}
