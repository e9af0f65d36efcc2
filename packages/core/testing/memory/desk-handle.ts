import type { Desk } from '../../src/ports/unit-of-work.ts'

/** Watches over one unit of work's desk: it ends with the unit of work, and a call that nobody awaited is an error. */
export class DeskHandle {
  readonly desk: Desk
  #settled = false
  #pending = 0

  constructor(desk: Desk) {
    this.desk = this.#guarded(desk)
  }

  settle(): void {
    this.#settled = true
  }

  /** @throws when the unit of work left a call behind without awaiting it. */
  refuseUnawaited(): void {
    if (this.#pending > 0)
      throw new Error('The unit of work settled before a repository had answered: an await is missing')
  }

  #guarded<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (_, key) => {
        const part: unknown = Reflect.get(target, key)
        if (key === 'record' && typeof part === 'function') return this.#whileOpen(part.bind(target))
        if (typeof part === 'function') return this.#answeredLater(part.bind(target))
        return typeof part === 'object' && part !== null ? this.#guarded(part) : part
      },
    })
  }

  #whileOpen(call: (...args: unknown[]) => unknown) {
    return (...args: unknown[]) => {
      if (this.#settled) throw new Error('The unit of work is over: its desk cannot be used any more')
      return call(...args)
    }
  }

  /** Answers some turns late, as a real store would, so that a forgotten await shows. */
  #answeredLater(call: (...args: unknown[]) => unknown) {
    const guardedCall = this.#whileOpen(call)
    return async (...args: unknown[]) => {
      this.#pending += 1
      try {
        const answer = await guardedCall(...args)
        for (let turn = 0; turn < 5; turn += 1) await null
        return answer
      } finally {
        this.#pending -= 1
      }
    }
  }
}
