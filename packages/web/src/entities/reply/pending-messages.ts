import type { Message, TimelineItem } from '@textdesk/server/contract'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** How much of a thread was known: whatever it holds of that is another message than one sent later. */
export interface KnownThread {
  /** Of the newest item on screen; null where the thread had not come up yet. */
  readonly seq: number | null
  /** When the ticket had last changed, ISO 8601. */
  readonly updatedAt: string
}

/** A message that is on its way to the desk. Until the answer comes its id is the key of the attempt to send it. */
export interface PendingMessage {
  readonly ticket: number
  readonly message: Message
  /** When it was sent. */
  readonly known: KnownThread
  readonly answer: Promise<Message>
}

/** A timeline with what is on its way at its end, and for messages that were: under which key their row was drawn. */
export interface ShownTimeline {
  readonly items: readonly TimelineItem[]
  readonly keys: ReadonlyMap<string, string>
}

/** What agents wrote and the desk has not answered yet, as the thread shows it. */
export const usePendingMessages = defineStore('pending-messages', () => {
  const pending = shallowRef<readonly PendingMessage[]>([])
  const keys = shallowRef<ReadonlyMap<string, string>>(new Map())

  function show(one: PendingMessage): void {
    pending.value = [...pending.value, one]
  }

  function drop(key: string): void {
    pending.value = pending.value.filter(({ message }) => message.id !== key)
  }

  /** The desk has it under its own id; the row stays the same one. */
  function stored(key: string, message: Message): void {
    keys.value = new Map(keys.value).set(message.id, key)
    drop(key)
  }

  /** The id that the desk knows a message by. Rejects when the desk refused it. */
  async function storedId(id: string): Promise<string> {
    const one = pending.value.find(({ message }) => message.id === id)
    return one ? (await one.answer).id : id
  }

  function withPending(ticket: number, items: readonly TimelineItem[]): ShownTimeline {
    const own = pending.value.filter((one) => one.ticket === ticket)
    if (own.length === 0) return { items, keys: keys.value }
    const known = new Map(keys.value)
    const waiting = own.filter((one) => {
      const copy = items.find((item) => !known.has(item.id) && isCopy(item, one))
      if (copy) known.set(copy.id, one.message.id)
      return !copy
    })
    return { items: [...items, ...waiting.map(({ message }) => message)], keys: known }
  }

  return { show, drop, stored, storedId, withPending }
})

/** News of a message may come before the answer to the one who sent it. */
function isCopy(item: TimelineItem, { message, known }: PendingMessage): boolean {
  return (
    item.type === 'message' &&
    isNews(item, known) &&
    item.direction === 'out' &&
    item.kind === message.kind &&
    item.author?.id === message.author?.id &&
    item.body === message.body
  )
}

function isNews({ seq, at }: TimelineItem, known: KnownThread): boolean {
  return known.seq === null ? at > known.updatedAt : seq > known.seq
}
