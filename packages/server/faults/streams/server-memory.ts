import type { TwoServers } from '../support/two-servers.ts'
import { readFigures, type ServerFigures } from './server-figures.ts'

/** How much memory two servers take, in MiB: now and then, and at most. */
export class ServerMemory {
  /** In the order in which they were asked for. */
  readonly figures: Record<string, string> = {}
  readonly #servers: TwoServers
  readonly #first: number[] = []
  readonly #most: number[] = []

  constructor(servers: TwoServers) {
    this.#servers = servers
  }

  /** By how much that of one of them grew, at most. */
  get growth(): number {
    return Math.max(...this.#most.map((most, place) => most - (this.#first[place] ?? 0)))
  }

  async look(): Promise<ServerFigures[]> {
    const figures = await Promise.all(this.#servers.desks.map(({ server }) => readFigures(server.url)))
    for (const [place, { memoryMiB }] of figures.entries()) {
      this.#first[place] ??= memoryMiB
      this.#most[place] = Math.max(memoryMiB, this.#most[place] ?? 0)
    }
    return figures
  }

  /** Kept under this name. */
  async keep(name: string): Promise<void> {
    this.figures[name] = mib((await this.look()).map(({ memoryMiB }) => memoryMiB))
  }

  keepMost(name: string): void {
    this.figures[name] = mib(this.#most)
  }
}

function mib(figures: readonly number[]): string {
  return `${figures.map((figure) => figure.toFixed(0)).join(' and ')} MiB`
}
