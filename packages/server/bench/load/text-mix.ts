/** One in so many texts comes from a number that never wrote before. */
export const NEW_NUMBER_EVERY = 5

export const BODIES = [
  'Where is my order?',
  'It says delivered but nothing came. Can you look?',
  'Thanks, that helps a lot.',
  'My address changed, it is the one on the invoice now. Do I have to tell the courier myself or will you do it?',
  'Yes',
]

export interface MixedText {
  /** E.164, under a country code that no country has. */
  readonly from: string
  readonly body: string
}

export interface Conversations {
  /** How many there are already, and the first one nobody has begun. */
  readonly known: number
  readonly next: number
  /** The first of those that there are; 0 unless several send at once, each into some of their own. */
  readonly first?: number
}

/**
 * Texts as a busy desk gets them: every fifth opens a conversation, the others go on with one of the first `known`, in an
 * order that jumps about but is the same every time.
 */
export class TextMix {
  readonly #first: number
  readonly #known: number
  #next: number
  #sent = 0

  constructor({ known, next, first = 0 }: Conversations) {
    this.#first = first
    this.#known = known
    this.#next = next
  }

  /** The first conversation that nobody has begun. */
  get next(): number {
    return this.#next
  }

  take(): MixedText {
    const place = this.#sent
    this.#sent += 1
    const isNew = this.#known === 0 || place % NEW_NUMBER_EVERY === 0
    const conversation = isNew ? this.#next++ : this.#first + ((place * 7_919) % this.#known)
    return { from: numberOf(conversation), body: bodyOf(place) }
  }
}

export function numberOf(conversation: number): string {
  return `+999${String(conversation).padStart(9, '0')}`
}

export function bodyOf(place: number): string {
  return BODIES[place % BODIES.length] ?? ''
}
