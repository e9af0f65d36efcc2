import type { Agent, Contact, DeskQueries, Inbox, OptOut, PhoneMessage, ReactionText, Session } from '@textdesk/core'
import type { AddressHasher } from './address-hasher.ts'
import { toAgent } from './agent/agent-row.ts'
import { agentById, everyAgent } from './agent/kysely-agent-repository.ts'
import { placesByDigest } from './agent/kysely-known-place-repository.ts'
import { sessionByDigest, sessionsOfAgent } from './agent/kysely-session-repository.ts'
import { toContact } from './contact/contact-row.ts'
import { contactById, findContact } from './contact/kysely-contact-repository.ts'
import { optOutsOf } from './contact/opt-out-queries.ts'
import { toInbox } from './inbox/inbox-row.ts'
import { everyInbox } from './inbox/kysely-inbox-repository.ts'
import { reactionsOf } from './message/reaction-queries.ts'
import { toReactionText } from './message/reaction-row.ts'
import { isInbound, ticketIsOpen } from './predicates.ts'
import { query } from './query.ts'
import type { QuerySession } from './query-session.ts'

export class KyselyDeskQueries implements DeskQueries {
  readonly #session: Pick<QuerySession, 'all' | 'first'>
  readonly #hasher: AddressHasher

  constructor(deps: { session: Pick<QuerySession, 'all' | 'first'>; hasher: AddressHasher }) {
    this.#session = deps.session
    this.#hasher = deps.hasher
  }

  async findSession(tokenDigest: string): Promise<{ session: Session; agent: Agent } | null> {
    const session = await this.#session.first(sessionByDigest, { tokenDigest })
    const agent = session && (await this.#session.first(agentById, { id: session.agentId }))
    return agent ? { session, agent: toAgent(agent) } : null
  }

  listSessions(agentId: string): Promise<Session[]> {
    return this.#session.all(sessionsOfAgent, { agentId })
  }

  async isKnownPlace(digest: string, since: number): Promise<boolean> {
    return (await this.#session.first(placesByDigest, { digest, since })) !== undefined
  }

  async listAgents(): Promise<Agent[]> {
    const rows = await this.#session.all(everyAgent, {})
    return rows.map(toAgent)
  }

  async countOpenTickets(agentId: string): Promise<number> {
    const counted = await this.#session.first(openTicketsOf, { agentId })
    return counted?.tickets ?? 0
  }

  async listInboxes(): Promise<Array<{ inbox: Inbox; lastTextAt: number | null }>> {
    const listed = []
    for (const row of await this.#session.all(everyInbox, {})) {
      const last = await this.#session.first(lastTextOf, { inboxId: row.id })
      listed.push({ inbox: toInbox(row), lastTextAt: last?.at ?? null })
    }
    return listed
  }

  async findContact(id: string): Promise<{ contact: Contact; optOuts: Array<OptOut & { inboxId: string }> } | null> {
    const row = await this.#session.first(contactById, { id })
    if (!row) return null
    const contact = toContact(row)
    const optOuts = new Map<string, OptOut & { inboxId: string }>()
    for (const hmac of this.#hasher.hashes(contact.address)) {
      for (const each of await this.#session.all(optOutsOf, { hmac })) optOuts.set(each.inboxId, each)
    }
    return { contact, optOuts: [...optOuts.values()] }
  }

  async listReactions(contactId: string): Promise<Array<ReactionText & { ticketNumber: number }>> {
    const rows = await this.#session.all(reactionsOf, { contactId })
    return rows.map(({ ticket_number: ticketNumber, ...row }) => ({ ...toReactionText(row), ticketNumber }))
  }

  async listPhoneMessages(inboxId: string, phone: string, limit: number): Promise<PhoneMessage[]> {
    const contact = await findContact(this.#session, { kind: 'phone', value: phone })
    if (!contact) return []
    const newest = await this.#session.all(onPhone, { inboxId, contactId: contact.id, limit })
    return newest
      .toReversed()
      .map(({ direction, ...shown }) => ({ ...shown, direction: direction === 'in' ? 'from-phone' : 'to-phone' }))
  }
}

const openTicketsOf = query((db, p: { agentId: string }) =>
  db
    .selectFrom('tickets')
    .select((of) => of.fn.countAll<number>().as('tickets'))
    .where(ticketIsOpen)
    .where('assignee_id', '=', p.agentId),
)

const lastTextOf = query((db, p: { inboxId: string }) =>
  db
    .selectFrom('messages')
    .select('at')
    .where('inbox_id', '=', p.inboxId)
    .where(isInbound)
    .orderBy('at', 'desc')
    .limit(1),
)

const onPhone = query((db, p: { inboxId: string; contactId: string; limit: number }) =>
  db
    .selectFrom('messages')
    .select(['id', 'direction', 'body', 'at'])
    .where('contact_id', '=', p.contactId)
    .where('inbox_id', '=', p.inboxId)
    .where((eb) => eb.or([eb('direction', '=', 'in'), eb('delivery_state', '=', 'delivered')]))
    .orderBy('at', 'desc')
    .orderBy('row', 'desc')
    .limit(p.limit),
)
