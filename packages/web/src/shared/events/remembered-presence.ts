import type { DeskEvent, Viewer } from '@textdesk/server/contract'

/** Who looks at what, as the stream told it so far: a tab that joins later has missed it. */
export class RememberedPresence {
  readonly #viewers = new Map<number, readonly Viewer[]>()

  hear({ event, data }: DeskEvent): void {
    if (event === 'reset') this.#viewers.clear()
    if (event !== 'presence') return
    if (data.viewers.length > 0) this.#viewers.set(data.number, data.viewers)
    else this.#viewers.delete(data.number)
  }

  /** The same again, for who was not there. */
  told(): DeskEvent[] {
    return [...this.#viewers].map(([number, viewers]) => ({ event: 'presence', data: { number, viewers } }))
  }
}
