interface Waiting {
  readonly run: () => void
}

type Work = () => Promise<void> | undefined
type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>

/** What the tabs of one browser share: a lock and a channel, both without delay. */
export class FakeBrowser {
  readonly #channels = new Set<Channel>()
  #queue: Waiting[] = []
  #rob: (() => void) | null = null

  readonly locks = {
    request: (_name: string, options: { steal?: boolean; signal?: AbortSignal }, work: Work): Promise<void> =>
      new Promise<void>((resolve, reject) => {
        const run = (): void => {
          let isMine = true
          this.#rob = () => {
            isMine = false
            reject(new DOMException('The lock was stolen', 'AbortError'))
          }
          void Promise.resolve(work()).then(() => {
            resolve()
            if (isMine) this.#next()
          })
        }
        if (options.steal) {
          this.#rob?.()
          run()
          return
        }
        const waiting = { run }
        options.signal?.addEventListener('abort', () => {
          this.#queue = this.#queue.filter((other) => other !== waiting)
          reject(new DOMException('Given up', 'AbortError'))
        })
        this.#queue.push(waiting)
        if (!this.#rob) this.#next()
      }),
  } as unknown as Pick<LockManager, 'request'>

  readonly openChannel = (): Channel => {
    const channel: Channel = {
      onmessage: null,
      postMessage: (data) => {
        for (const other of this.#channels) if (other !== channel) deliver(other, data)
      },
      close: () => {
        this.#channels.delete(channel)
      },
    }
    this.#channels.add(channel)
    return channel
  }

  #next(): void {
    this.#rob = null
    this.#queue.shift()?.run()
  }
}

function deliver(channel: Channel, data: unknown): void {
  channel.onmessage?.call(channel as BroadcastChannel, new MessageEvent('message', { data }))
}
