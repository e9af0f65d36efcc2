import type { ArrivedText, ReactionRepository, ReactionText, SameTexts } from '@textdesk/core'
import type { Kysely } from 'kysely'
import { pick, query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'
import type { ReactionTable } from '../reaction-table.ts'
import { toArrived } from '../receiving/arrival-queries.ts'
import type { DeskSchema } from '../schema.ts'
import { fromReactionText, reactionTextFields, toReactionText } from './reaction-row.ts'

export class KyselyReactionRepository implements ReactionRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async add(text: ReactionText): Promise<void> {
    await this.#session.run(insert, fromReactionText(text))
  }

  async list(messageId: string, limit: number): Promise<ReactionText[]> {
    return (await this.#session.all(about, { messageId, limit })).map(toReactionText)
  }

  async findReceived(same: SameTexts, from: number, to: number): Promise<ArrivedText[]> {
    return (await this.#session.all(received, { ...same, from, to })).map(toArrived)
  }

  async findAwaiting(same: SameTexts, from: number, to: number): Promise<ArrivedText[]> {
    return (await this.#session.all(awaiting, { ...same, from, to })).map(toArrived)
  }
}

const insert = query((db, p: ReactionTable) => db.insertInto('reactions').values(pick(p, reactionTextFields)))

const about = query((db, p: { messageId: string; limit: number }) =>
  db
    .selectFrom('reactions')
    .select(reactionTextFields)
    .where('message_id', '=', p.messageId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(p.limit),
)

type Range = SameTexts & { from: number; to: number }

const received = query((db, p: Range) =>
  sameReactions(db, p).where('reactions.at', '>=', p.from).where('reactions.at', '<=', p.to).orderBy('reactions.at'),
)

const awaiting = query((db, p: Range) =>
  sameReactions(db, p)
    .where('listed_texts.at', '>=', p.from)
    .where('listed_texts.at', '<=', p.to)
    .where('listed_texts.webhook_came', '=', 0)
    .orderBy('listed_texts.at'),
)

function sameReactions(db: Kysely<DeskSchema>, p: SameTexts) {
  return db
    .selectFrom('reactions')
    .leftJoin('listed_texts', 'listed_texts.message_id', 'reactions.id')
    .select(['reactions.id', 'reactions.at as received_at', 'arrival', 'sent_at', 'arrival_id'])
    .select('listed_texts.provider_id as listed_as')
    .where('reactions.contact_id', '=', p.contactId)
    .where('reactions.inbox_id', '=', p.inboxId)
    .where('reactions.body', '=', p.body)
}
