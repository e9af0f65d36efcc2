import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import type { LiveDesk } from '../../test/support/live-desk.ts'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { textRequest } from '../../test/support/message-bird-requests.ts'
import { WebhookSender } from '../../test/support/webhook-sender.ts'
import { numberOf } from './text-mix.ts'

/** The open ticket of each number. */
export type TicketsOf = (phones: readonly string[]) => Promise<number[]>

/** Sends one text at a time, into conversations that are open already. */
export class TextSender {
  readonly #desk: LiveDesk
  readonly #webhooks: WebhookSender
  readonly #tickets: number[] = []

  constructor(desk: LiveDesk) {
    this.#desk = desk
    this.#webhooks = new WebhookSender({ url: desk.server.url, webhooks: desk.webhooks, connections: 1 })
  }

  /** Begins conversations and waits until their confirmations have left, so that nothing but texts happens afterwards. */
  async open(conversations: number, ticketsOf = ticketsInFile(this.#desk)): Promise<void> {
    for (let conversation = 0; conversation < conversations; conversation += 1) await this.send(numberOf(conversation))
    await this.#desk.provider.waitForTexts(conversations)
    const phones = Array.from({ length: conversations }, (_, conversation) => numberOf(conversation))
    this.#tickets.push(...(await ticketsOf(phones)))
  }

  ticketOf(conversation: number): number {
    return this.#tickets[conversation] ?? 0
  }

  async send(from: string): Promise<void> {
    const request = textRequest({ from, to: DESK_NUMBER, body: 'Where is my order?', id: randomUUID() })
    const { status, body } = await this.#webhooks.deliver(request)
    if (status !== 200) throw new Error(`A text was answered ${status}: ${body}`)
  }

  close(): void {
    this.#webhooks.close()
  }
}

function ticketsInFile(desk: LiveDesk): TicketsOf {
  return async (phones) => {
    const db = new Database(desk.server.databaseFile, { readonly: true })
    const ticket = db.prepare<[string], number>(TICKET).pluck()
    const tickets = phones.map((phone) => ticket.get(phone) ?? 0)
    db.close()
    return tickets
  }
}

const TICKET = `select number from tickets where contact_id = (select id from contacts where address = ?)`
