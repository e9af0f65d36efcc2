import { type Address, HOLD_MS, type UseCases } from '@textdesk/core'
import { parseAddress } from '../phone/parse-address.ts'
import type { DemoClock } from './demo-clock.ts'
import type { DemoAgent, DemoConversation, DemoStep } from './demo-script.ts'

interface Deps {
  readonly useCases: UseCases
  readonly clock: DemoClock
  readonly agentIds: Readonly<Record<DemoAgent, string>>
  /** The number that customers write to, E.164. */
  readonly deskNumber: string
  readonly contactIdOf: (address: Address) => Promise<string>
  /** Something will be sent then. */
  readonly expectSend: (at: number) => void
}

/** How far a conversation has come. */
export interface DemoPlace {
  readonly conversation: DemoConversation
  ticketNumber: number
  /** The newest message of any kind but a cancelled one. */
  messageId: string
  texts: number
}

type AgentStep = Exclude<DemoStep, { text: string }>
type TendingStep = Exclude<AgentStep, { starts: string } | { reply: string } | { undone: string }>

/** Does through the use cases what the script says, at the time of the clock. */
export class DemoPlayer {
  readonly #deps: Deps
  readonly #places = new Map<DemoConversation, DemoPlace>()

  constructor(deps: Deps) {
    this.#deps = deps
  }

  get places(): readonly Readonly<DemoPlace>[] {
    return [...this.#places.values()]
  }

  async play(conversation: DemoConversation, step: DemoStep): Promise<void> {
    const place = this.#placeOf(conversation)
    if ('text' in step) await this.#receive(place, step.text)
    else await this.#act(place, step, this.#deps.agentIds[step.by])
  }

  #placeOf(conversation: DemoConversation): DemoPlace {
    const place = this.#places.get(conversation) ?? { conversation, ticketNumber: 0, messageId: '', texts: 0 }
    this.#places.set(conversation, place)
    return place
  }

  async #receive(place: DemoPlace, body: string): Promise<void> {
    const { useCases, clock, deskNumber: to } = this.#deps
    const from = parseAddress(place.conversation.from)
    place.texts += 1
    const receiptKey = `demo ${from.value} ${place.texts}`
    const stored = await useCases.receiveText.execute({
      ...{ provider: 'simulated', from, to, body, receiptKey, signature: null },
    })
    if (stored.kind === 'duplicate') throw new Error(`The demo desk has been filled already: ${receiptKey}`)
    place.ticketNumber = stored.ticketNumber
    place.messageId = stored.messageId
    this.#deps.expectSend(clock.now())
    if (place.texts === 1) await this.#nameCustomer(place)
  }

  async #act(place: DemoPlace, step: AgentStep, agentId: string): Promise<void> {
    if ('starts' in step) return this.#start(place, step.starts, agentId)
    if ('reply' in step) place.messageId = await this.#reply(place, step.reply, agentId)
    else if ('undone' in step) await this.#undo(place, step.undone, agentId)
    else await this.#tend(place, step, agentId)
  }

  async #tend(place: DemoPlace, step: TendingStep, agentId: string): Promise<void> {
    const { useCases, agentIds, clock } = this.#deps
    const { ticketNumber, messageId } = place
    const who = { agentId, ticketNumber }
    if ('note' in step) place.messageId = (await useCases.addNote.execute({ ...who, body: step.note })).id
    else if ('assign' in step)
      await useCases.assignTicket.execute({ ...who, assigneeId: step.assign && agentIds[step.assign] })
    else if ('tags' in step) await useCases.tagTicket.execute({ ...who, tags: step.tags })
    else if ('snoozesFor' in step)
      await useCases.snoozeTicket.execute({ ...who, until: clock.now() + step.snoozesFor * 60_000 })
    else if ('draft' in step) await useCases.saveDraft.execute({ ...who, mode: 'reply', body: step.draft })
    else if ('closes' in step) await useCases.closeTicket.execute({ ...who, seenMessageId: null })
    else if ('blocks' in step) await useCases.blockContact.execute({ agentId, contactId: await this.#contactOf(place) })
    else {
      place.messageId = (await useCases.resendReply.execute({ ...who, messageId })).id
      this.#deps.expectSend(clock.now())
    }
  }

  async #start(place: DemoPlace, body: string, agentId: string): Promise<void> {
    const { useCases, clock, expectSend } = this.#deps
    const address = parseAddress(place.conversation.from)
    const started = await useCases.startConversation.execute({ agentId, address, body, inboxId: null })
    place.ticketNumber = started.ticketNumber
    place.messageId = started.messageId ?? ''
    expectSend(clock.now() + HOLD_MS)
    await this.#nameCustomer(place)
  }

  async #reply({ conversation, ticketNumber }: DemoPlace, body: string, agentId: string): Promise<string> {
    const { useCases, clock, expectSend } = this.#deps
    const idempotencyKey = `demo ${conversation.from} ${clock.now()}`
    const reply = { ticketNumber, agentId, body, idempotencyKey, seenMessageId: null, sendNow: false }
    const { id } = await useCases.replyToTicket.execute(reply)
    expectSend(clock.now() + HOLD_MS)
    return id
  }

  async #undo(place: DemoPlace, body: string, agentId: string): Promise<void> {
    const { useCases, clock } = this.#deps
    const messageId = await this.#reply(place, body, agentId)
    clock.moveTo(clock.now() + HOLD_MS / 2)
    await useCases.undoReply.execute({ agentId, ticketNumber: place.ticketNumber, messageId })
  }

  async #nameCustomer(place: DemoPlace): Promise<void> {
    const { name, about: note = null } = place.conversation
    if (name === null) return
    const who = { contactId: await this.#contactOf(place), agentId: this.#deps.agentIds.dana }
    await this.#deps.useCases.changeContact.execute({ ...who, name, note })
  }

  #contactOf({ conversation }: DemoPlace): Promise<string> {
    return this.#deps.contactIdOf(parseAddress(conversation.from))
  }
}
