import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'

export interface HeardEvent {
  readonly event: string
  readonly data: { readonly number?: number; readonly what?: string }
}

/** A page that listens to `GET /api/events` over a real socket. */
export class EventReader {
  readonly events: HeardEvent[] = []
  readonly response: IncomingMessage
  /** Resolves when the desk ended the stream. */
  readonly ended: Promise<void>
  #rest = ''
  #wake = () => {}

  private constructor(response: IncomingMessage) {
    this.response = response
    response.setEncoding('utf8').on('data', (text: string) => this.#read(text))
    response.on('error', () => {})
    this.ended = new Promise((resolve) => response.once('close', resolve))
  }

  /** `url` is where the desk listens, `host` the name it goes by. */
  static async open(url: string, { cookie, host }: { cookie: string | null; host: string }): Promise<EventReader> {
    const call = request(new URL('/api/events', url), { headers: { host, ...(cookie !== null && { cookie }) } }).end()
    const [response] = (await once(call, 'response')) as [IncomingMessage]
    return new EventReader(response)
  }

  /** The first event that is wanted, now or as soon as it comes. */
  async next(wanted: (heard: HeardEvent) => boolean): Promise<HeardEvent> {
    for (;;) {
      const found = this.events.find(wanted)
      if (found) return found
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  close(): void {
    this.response.destroy()
  }

  #read(text: string): void {
    const frames = (this.#rest + text).split('\n\n')
    this.#rest = frames.pop() ?? ''
    for (const frame of frames) this.events.push(parse(frame))
    this.#wake()
  }
}

function parse(frame: string): HeardEvent {
  const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(frame) ?? []
  return { event, data: JSON.parse(data) }
}
