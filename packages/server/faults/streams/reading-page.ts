import type { IncomingMessage } from 'node:http'
import { batchIn } from './crowd.ts'

const END = '\n\n'

/** A page that reads whatever comes. */
export class ReadingPage {
  /** Of the tickets that got a text, in the order in which it was told. */
  readonly texts: number[] = []
  /** How often it was told to fetch everything. */
  resets = 0
  bytes = 0
  hasEnded = false
  /** The last one that the crowd was through with. */
  batch = 0
  #rest: Buffer = Buffer.alloc(0)

  constructor(response: IncomingMessage) {
    response.on('data', (chunk: Buffer) => this.#read(chunk))
    response.once('close', () => {
      this.hasEnded = true
    })
  }

  #read(chunk: Buffer): void {
    this.bytes += chunk.length
    const all = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    let from = 0
    for (let end = all.indexOf(END); end !== -1; end = all.indexOf(END, from)) {
      this.#hear(all.subarray(from, end))
      from = end + END.length
    }
    this.#rest = all.subarray(from)
  }

  #hear(frame: Buffer): void {
    if (frame.indexOf('event: presence') === 0) {
      this.batch = batchIn(frame) ?? this.batch
      return
    }
    const text = frame.toString()
    if (text.startsWith('event: reset')) this.resets += 1
    const [, number] = /^event: ticket\ndata: {"number":(\d+),"what":"text"}$/.exec(text) ?? []
    if (number !== undefined) this.texts.push(Number(number))
  }
}
