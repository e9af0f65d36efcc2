import type { Agent } from '../../src/domain/agent/agent.ts'
import type { Contact } from '../../src/domain/contact/contact.ts'
import type { Inbox } from '../../src/domain/inbox/inbox.ts'
import type { Message } from '../../src/domain/message/message.ts'
import type { NewTicket, Ticket } from '../../src/domain/ticket/ticket.ts'
import type { UnitOfWork } from '../../src/ports/unit-of-work.ts'
import { aContact, aNewTicket, anAgent, anInbox } from '../builders.ts'

type Runner = Pick<UnitOfWork, 'run'>

/** An agent, an inbox, a customer and the customer's open ticket, all stored. */
export interface Scene {
  readonly agent: Agent
  readonly inbox: Inbox
  readonly contact: Contact
  readonly ticket: Ticket
}

export async function storeScene(desk: Runner, ticket: Partial<NewTicket> = {}): Promise<Scene> {
  const agent = await storeAgent(desk)
  const inbox = await storeInbox(desk)
  const contact = await storeContact(desk)
  return { agent, inbox, contact, ticket: await storeTicket(desk, { inbox, contact }, ticket) }
}

export async function storeAgent(desk: Runner, overrides: Partial<Agent> = {}): Promise<Agent> {
  const agent = anAgent(overrides)
  await desk.run(({ agents }) => agents.add(agent))
  return agent
}

export async function storeInbox(desk: Runner, overrides: Partial<Inbox> = {}): Promise<Inbox> {
  const inbox = anInbox(overrides)
  const isNew = await desk.run(({ inboxes }) => inboxes.add(inbox))
  if (!isNew) throw new Error('The scene needs a number of its own for each inbox')
  return inbox
}

export async function storeContact(desk: Runner, overrides: Partial<Contact> = {}): Promise<Contact> {
  const contact = aContact(overrides)
  await desk.run(({ contacts }) => contacts.add(contact))
  return contact
}

export async function storeTicket(
  desk: Runner,
  parties: Pick<Scene, 'inbox' | 'contact'>,
  overrides: Partial<NewTicket> = {},
): Promise<Ticket> {
  const fresh = aNewTicket({ inboxId: parties.inbox.id, contactId: parties.contact.id, ...overrides })
  const ticket = await desk.run(({ tickets }) => tickets.add(fresh))
  if (!ticket) throw new Error('The scene needs a contact without an open ticket')
  return ticket
}

/** A ticket of somebody who was never heard of before. */
export async function storeStranger(desk: Runner, inbox: Inbox, overrides: Partial<NewTicket> = {}): Promise<Ticket> {
  return storeTicket(desk, { inbox, contact: await storeContact(desk) }, overrides)
}

export async function storeMessages(desk: Runner, ...messages: Message[]): Promise<void> {
  await desk.run(async (opened) => {
    for (const message of messages) await opened.messages.add(message)
  })
}
