import type { ArrivalRepository, ArrivedText, NotedText, SameTexts } from '@textdesk/core'
import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import { awaiting, received, toArrived } from './arrival-queries.ts'

/** How long before the provider's time a text of its list may have been received: clocks differ. */
const EARLIEST_BEFORE_LISTED_MS = 10 * 60_000

export class KyselyArrivalRepository implements ArrivalRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async findUnlisted(inboxId: string, providerIds: readonly string[]): Promise<string[]> {
    const unlisted: string[] = []
    for (const providerId of providerIds) {
      if (!(await this.#session.first(listed, { inboxId, providerId }))) unlisted.push(providerId)
    }
    return unlisted
  }

  async noteListed({ webhookCame, ...text }: NotedText): Promise<void> {
    await this.#session.run(insert, { ...text, webhookCame: Number(webhookCame) })
  }

  async findReceived(same: SameTexts, from: number, to: number): Promise<ArrivedText[]> {
    return (await this.#session.all(received, { ...same, from, to })).map(toArrived)
  }

  async findAwaiting(same: SameTexts, from: number, to: number): Promise<ArrivedText[]> {
    const earliest = from - EARLIEST_BEFORE_LISTED_MS
    return (await this.#session.all(awaiting, { ...same, from, to, earliest })).map(toArrived)
  }

  async noteLateWebhook(messageId: string): Promise<void> {
    await this.#session.run(noteWebhook, { messageId })
  }
}

const listed = query((db, p: { inboxId: string; providerId: string }) =>
  db
    .selectFrom('listed_texts')
    .select('provider_id')
    .where('inbox_id', '=', p.inboxId)
    .where('provider_id', '=', p.providerId),
)

const insert = query((db, p: Omit<NotedText, 'webhookCame'> & { webhookCame: number }) =>
  db.insertInto('listed_texts').values({
    inbox_id: p.inboxId,
    provider_id: p.providerId,
    at: p.at,
    message_id: p.messageId,
    webhook_came: p.webhookCame,
  }),
)

const noteWebhook = query((db, p: { messageId: string }) =>
  db.updateTable('listed_texts').set({ webhook_came: 1 }).where('message_id', '=', p.messageId),
)
