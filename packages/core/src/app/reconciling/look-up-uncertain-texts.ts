import type { Inbox, Provider } from '../../domain/inbox/inbox.ts'
import type { Message } from '../../domain/message/message.ts'
import type { Clock } from '../../ports/platform/clock.ts'
import type { Ids } from '../../ports/platform/ids.ts'
import type { ListedSend, MessageArchive } from '../../ports/providers/message-archive.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'
import type { ReportReceiver } from '../shared/receivers.ts'
import { LOOKED_FOR_MS, nextLook } from './look-schedule.ts'
import { type ArchiveTrouble, readArchive } from './read-archive.ts'

export interface LookUpUncertainTextsDeps {
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly ids: Ids
  readonly recordDeliveryReport: ReportReceiver
  readonly archives: Readonly<Partial<Record<Provider, MessageArchive>>>
}

export interface LookedUp {
  /** Texts that the provider's list knew. */
  readonly settled: number
  readonly trouble: ArchiveTrouble | null
}

interface Doubt {
  readonly inbox: Inbox
  readonly messages: readonly Message[]
}

const MAX_AT_ONCE = 500
/** How far the provider's clock may be behind ours. */
const CLOCK_TOLERANCE_MS = 10 * 60_000

/**
 * Asks the provider's own list about texts that may have been sent, before an agent has to. What the list says is believed
 * like a delivery report; a text that does not stand in it stays uncertain, for that proves nothing.
 */
export class LookUpUncertainTexts {
  readonly #deps: LookUpUncertainTextsDeps
  /** Of each text still in doubt. Forgotten with the process: a look too many does no harm. */
  #lastLooks = new Map<string, number>()

  constructor(deps: LookUpUncertainTextsDeps) {
    this.#deps = deps
  }

  async execute(): Promise<LookedUp> {
    let settled = 0
    for (const { inbox, messages } of await this.#findDue()) {
      const archive = this.#deps.archives[inbox.provider]
      if (!archive || inbox.number === null) continue
      const { items, trouble } = await readSends(archive, inbox.number, messages)
      settled += await this.#believe(inbox.provider, messages, items)
      if (trouble) return { settled, trouble }
      for (const { id } of messages) this.#lastLooks.set(id, this.#deps.clock.now())
    }
    return { settled, trouble: null }
  }

  /** By inbox. Forgets the looks at texts that are not uncertain any more. */
  async #findDue(): Promise<Doubt[]> {
    const now = this.#deps.clock.now()
    const { inboxes, uncertain } = await this.#deps.unitOfWork.run(async (desk) => {
      const found = await desk.outbox.findUncertain(now - LOOKED_FOR_MS, MAX_AT_ONCE)
      return { uncertain: found, inboxes: found.length === 0 ? [] : await desk.inboxes.list() }
    })
    const looks = uncertain.map(({ id }) => [id, this.#lastLooks.get(id)] as const)
    this.#lastLooks = new Map(looks.flatMap(([id, at]) => (at === undefined ? [] : [[id, at]])))
    const due = uncertain.filter((message) => (this.#dueAt(message) ?? Number.POSITIVE_INFINITY) <= now)
    return inboxes
      .map((inbox) => ({ inbox, messages: due.filter(({ inboxId }) => inboxId === inbox.id) }))
      .filter(({ messages }) => messages.length > 0)
  }

  #dueAt({ id, delivery }: Message): number | null {
    return nextLook(delivery?.uncertainSince ?? 0, this.#lastLooks.get(id) ?? null)
  }

  async #believe(provider: Provider, messages: readonly Message[], sends: readonly ListedSend[]): Promise<number> {
    const ids = new Set(messages.map(({ id }) => id))
    let settled = 0
    for (const send of sends) {
      if (send.reference === null || !ids.delete(send.reference)) continue
      await this.#deps.recordDeliveryReport.execute(reportOf(provider, send))
      settled += 1
    }
    return settled
  }
}

function readSends(archive: MessageArchive, number: string, messages: readonly Message[]) {
  const sentSince = Math.min(...messages.map(({ delivery, at }) => delivery?.firstQueuedAt ?? at))
  const since = sentSince - CLOCK_TOLERANCE_MS
  const isEnough = (items: readonly ListedSend[]) => {
    const references = new Set(items.map(({ reference }) => reference))
    return messages.every(({ id }) => references.has(id))
  }
  return readArchive((cursor) => archive.listSent({ number, since, cursor }), { isEnough })
}

/** Read with our own key, so that it can be believed like a signed report. */
function reportOf(provider: Provider, { providerMessageId, reference, state, status, reason }: ListedSend) {
  return {
    provider,
    reference,
    providerMessageId,
    recipient: null,
    state,
    status,
    reason,
    detail: "From the provider's list of messages",
    optedOutAtCarrier: reason === 'opted-out-at-carrier',
    verified: true,
    raw: JSON.stringify({ source: 'message list', id: providerMessageId, status }),
    signature: null,
  }
}
