import type { TimedDesk } from './timed-desk.ts'

/** The nth text of its own, or the answer to `heard`. */
export type Words = (nth: number, heard: string | null) => string

/** Out-of-office notes of three kinds: always the same, numbered, and quoting what it answers. */
export const KINDS: Readonly<Record<string, Words>> = {
  'always the same': () => 'I am away until Monday.',
  numbered: (nth) => `Automatic reply ${nth}: I am away.`,
  quoting: (_, heard) => `You wrote: ${heard ?? 'nothing yet'}`,
}

/** A phone that answers every text it gets from the desk. */
export class Responder {
  readonly number: string
  readonly #words: Words
  readonly #desk: TimedDesk
  #heard = 0
  #wrote = 0

  constructor(desk: TimedDesk, number: string, words: Words) {
    this.#desk = desk
    this.number = number
    this.#words = words
  }

  get wrote(): number {
    return this.#wrote
  }

  get heard(): string[] {
    const own = this.number.slice(1)
    return this.#desk.sent.filter(({ recipient }) => recipient === own).map(({ body }) => body)
  }

  write(heard: string | null = null): Promise<boolean> {
    this.#wrote += 1
    return this.#desk.receive(this.number, this.#words(this.#wrote, heard))
  }

  /** Answers what it has not answered yet; false when that is nothing. */
  async answer(): Promise<boolean> {
    const news = this.heard.slice(this.#heard)
    this.#heard += news.length
    for (const text of news) if (!(await this.write(text))) throw new Error('The desk did not take an answer')
    return news.length > 0
  }
}
