import type { DeskTopic } from '@textdesk/core'

/** Each topic is announced at most once in this time, at once when it was quiet before. */
export const DESK_GAP_MS = 1_000

/** Turns whatever happens to the desk as a whole into few hints, and hides none for longer than the gap. */
export class DeskHints {
  readonly #send: (topic: DeskTopic) => void
  /** Topics announced less than the gap ago. */
  readonly #resting = new Map<DeskTopic, { timer: NodeJS.Timeout; again: boolean }>()

  constructor(send: (topic: DeskTopic) => void) {
    this.#send = send
  }

  add(topic: DeskTopic): void {
    const resting = this.#resting.get(topic)
    if (resting) resting.again = true
    else this.#announce(topic)
  }

  close(): void {
    for (const { timer } of this.#resting.values()) clearTimeout(timer)
    this.#resting.clear()
  }

  #announce(topic: DeskTopic): void {
    const timer = setTimeout(() => {
      const again = this.#resting.get(topic)?.again
      this.#resting.delete(topic)
      if (again) this.#announce(topic)
    }, DESK_GAP_MS)
    this.#resting.set(topic, { timer, again: false })
    this.#send(topic)
  }
}
