import type { Agent } from '../../src/domain/agent/agent.ts'
import type { Session } from '../../src/domain/agent/session.ts'
import type { Contact } from '../../src/domain/contact/contact.ts'
import type { Inbox } from '../../src/domain/inbox/inbox.ts'
import type { Message } from '../../src/domain/message/message.ts'
import type { ReactionText } from '../../src/domain/message/reaction.ts'
import type { DeskQueries, PhoneMessage } from '../../src/ports/queries/desk-queries.ts'
import type { OptOut } from '../../src/ports/repositories/opt-out-repository.ts'
import { sessionsOf } from './memory-session-repository.ts'
import type { MemoryStore } from './memory-store.ts'
import { isSameAddress } from './same-address.ts'

export class MemoryDeskQueries implements DeskQueries {
  readonly #store: MemoryStore

  constructor(store: MemoryStore) {
    this.#store = store
  }

  async findSession(tokenDigest: string): Promise<{ session: Session; agent: Agent } | null> {
    const { sessions, agents } = this.#store.committed
    const session = sessions.get(tokenDigest)
    const agent = session && agents.get(session.agentId)
    return agent && { session, agent }
  }

  async listSessions(agentId: string): Promise<Session[]> {
    return sessionsOf(this.#store.committed, agentId)
  }

  async isKnownPlace(digest: string, since: number): Promise<boolean> {
    return this.#store.committed.knownPlaces.find((place) => place.digest === digest && place.lastAt >= since) !== null
  }

  async listAgents(): Promise<Agent[]> {
    return this.#store.committed.agents.all()
  }

  async countOpenTickets(agentId: string): Promise<number> {
    const { tickets } = this.#store.committed
    return tickets.where(({ status, assigneeId }) => status !== 'closed' && assigneeId === agentId).length
  }

  async listInboxes(): Promise<Array<{ inbox: Inbox; lastTextAt: number | null }>> {
    const { inboxes, messages } = this.#store.committed
    return inboxes.all().map((inbox) => {
      const texts = messages.where((message) => message.inboxId === inbox.id && message.direction === 'in')
      return { inbox, lastTextAt: texts.length === 0 ? null : Math.max(...texts.map((text) => text.at)) }
    })
  }

  async findContact(id: string): Promise<{ contact: Contact; optOuts: Array<OptOut & { inboxId: string }> } | null> {
    const { contacts, optOuts } = this.#store.committed
    const contact = contacts.get(id)
    if (!contact) return null
    const ofContact = optOuts.where(({ address }) => isSameAddress(address, contact.address))
    return { contact, optOuts: ofContact.map(({ inboxId, at, source }) => ({ inboxId, at, source })) }
  }

  async listReactions(contactId: string): Promise<Array<ReactionText & { ticketNumber: number }>> {
    const { messages, reactions } = this.#store.committed
    return reactions
      .where((text) => text.contactId === contactId)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .map((text) => ({ ...text, ticketNumber: messages.get(text.messageId)?.ticketNumber ?? 0 }))
  }

  async listPhoneMessages(inboxId: string, phone: string, limit: number): Promise<PhoneMessage[]> {
    const { contacts, messages } = this.#store.committed
    const contact = contacts.find(({ address }) => isSameAddress(address, { kind: 'phone', value: phone }))
    return messages
      .where((message) => message.inboxId === inboxId && message.contactId === contact?.id && isOnPhone(message))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .slice(-limit)
      .map(({ id, direction, body, at }) => ({
        id,
        direction: direction === 'in' ? 'from-phone' : 'to-phone',
        body,
        at,
      }))
  }
}

function isOnPhone(message: Message): boolean {
  return message.direction === 'in' || message.delivery?.state === 'delivered'
}
