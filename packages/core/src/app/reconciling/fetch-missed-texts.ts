import type { Inbox, Provider } from '../../domain/inbox/inbox.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { ListedText, MessageArchive } from '../../ports/providers/message-archive.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import type { TextReceiver } from '../shared/receivers.ts'
import { type ArchiveTrouble, readArchive } from './read-archive.ts'

export interface FetchMissedTextsDeps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly ids: Ids
  readonly receiveText: TextReceiver
  readonly archives: Readonly<Partial<Record<Provider, MessageArchive>>>
}

export interface Fetched {
  /** Texts whose webhook had not come. */
  readonly fetched: number
  readonly trouble: ArchiveTrouble | null
}

/** A number with the list it stands in. */
interface Source {
  readonly inbox: Inbox
  readonly number: string
  readonly archive: MessageArchive
}

/** A list too long for one run, and where its reading goes on. */
interface Unfinished {
  readonly cursor: number
  readonly since: number
  readonly begunAt: number
}

const MINUTE = 60_000
/** The webhook goes first. */
const SETTLED_AFTER_MS = 2 * MINUTE
/** The list may show a text late, and texts that say the same are told apart by those around them. */
const OVERLAP_MS = 15 * MINUTE
/** Before the first look of all, the webhooks alone are believed for what is older. */
const FIRST_LOOK_BACK_MS = 3 * 24 * 60 * MINUTE

/** Finds texts in the provider's own list whose webhook never came, and takes them in the way a webhook would. */
export class FetchMissedTexts {
  readonly #deps: FetchMissedTextsDeps
  readonly #unfinished = new Map<string, Unfinished>()

  constructor(deps: FetchMissedTextsDeps) {
    this.#deps = deps
  }

  async execute(): Promise<Fetched> {
    let fetched = 0
    for (const source of await this.#sources()) {
      const found = await this.#fetch(source)
      fetched += found.fetched
      if (found.trouble) return { fetched, trouble: found.trouble }
    }
    return { fetched, trouble: null }
  }

  async #sources(): Promise<Source[]> {
    const { archives, unitOfWork } = this.#deps
    if (Object.keys(archives).length === 0) return []
    const inboxes = await unitOfWork.run((desk) => desk.inboxes.list())
    return inboxes.flatMap((inbox) => {
      const archive = archives[inbox.provider]
      return archive && inbox.number !== null ? [{ inbox, number: inbox.number, archive }] : []
    })
  }

  async #fetch({ inbox, number, archive }: Source): Promise<Fetched> {
    const unfinished = this.#unfinished.get(inbox.id)
    const begunAt = unfinished?.begunAt ?? this.#deps.clock.now()
    const since = unfinished?.since ?? (await this.#startOf(inbox))
    const readPage = (cursor: number | null) => archive.listReceived({ number, since, cursor })
    const { items, next, trouble } = await readArchive(readPage, { from: unfinished?.cursor ?? null })
    const fetched = await this.#takeIn(inbox, number, items)
    if (trouble) return { fetched, trouble }
    if (next === null) await this.#finish(inbox, begunAt - SETTLED_AFTER_MS)
    else this.#unfinished.set(inbox.id, { cursor: next, since, begunAt })
    return { fetched, trouble: null }
  }

  /** The moment up to which nothing is missing any more, less an overlap; never before the number went live. */
  async #startOf({ id, createdAt }: Inbox): Promise<number> {
    const kept = await this.#deps.unitOfWork.run(({ settings }) => settings.get(`texts-fetched-until:${id}`))
    const start = kept === null ? this.#deps.clock.now() - FIRST_LOOK_BACK_MS : Number(kept) - OVERLAP_MS
    return Math.max(createdAt, start)
  }

  async #finish({ id }: Inbox, until: number): Promise<void> {
    this.#unfinished.delete(id)
    await this.#deps.unitOfWork.run(({ settings }) => settings.set(`texts-fetched-until:${id}`, String(until)))
  }

  /** Oldest first, as the customers wrote them. */
  async #takeIn(inbox: Inbox, number: string, items: readonly ListedText[]): Promise<number> {
    const listedIds = new Set(items.map(({ providerId }) => providerId))
    const findUnlisted = this.#deps.unitOfWork.run((desk) => desk.arrivals.findUnlisted(inbox.id, [...listedIds]))
    const unlisted = new Set(await findUnlisted)
    const settledAt = this.#deps.clock.now() - SETTLED_AFTER_MS
    let fetched = 0
    for (const { providerId, receiptKey, from, body, at } of items.toReversed()) {
      if (at > settledAt || !unlisted.delete(providerId)) continue
      const received = await this.#deps.receiveText.execute({
        provider: inbox.provider,
        from,
        to: number,
        body,
        receiptKey,
        signature: null,
        fetched: { providerId, at, listedIds },
      })
      if (received.kind !== 'duplicate') fetched += 1
    }
    return fetched
  }
}
