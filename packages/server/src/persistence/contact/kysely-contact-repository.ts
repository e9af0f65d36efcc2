import { type Address, type Contact, type ContactRepository, spellings } from '@textdesk/core'
import { sql } from 'kysely'
import { pick, query } from '../query.ts'
import { expectOneRow, type QuerySession } from '../query-session.ts'
import { QueriesByFields, RowMemory } from '../row-memory.ts'
import { type ContactRecord, contactFields, fromContact, toContact } from './contact-row.ts'

/** An address is never changed: another address is another contact. */
const changeable = ['writes_from', 'name', 'note', 'blocked_at'] as const
type Changeable = Pick<ContactRecord, (typeof changeable)[number]>

export class KyselyContactRepository implements ContactRepository {
  readonly #session: QuerySession
  /** One agent may write the note in the moment in which another blocks the number. */
  readonly #known = new RowMemory<string, Changeable>(changeable)

  constructor(session: QuerySession) {
    this.#session = session
  }

  async find(id: string): Promise<Contact | null> {
    return this.#read(await this.#session.first(contactById, { id }))
  }

  async findByAddress(address: Address): Promise<Contact | null> {
    return this.#read(await findContact(this.#session, address))
  }

  async add(contact: Contact): Promise<boolean> {
    return (await this.#session.run(insert, fromContact(contact))) === 1
  }

  async save(contact: Contact): Promise<void> {
    const record = fromContact(contact)
    const changed = this.#known.changedFields(contact.id, record)
    if (changed.length === 0) return
    expectOneRow(await this.#session.run(updates.of(changed), record), `contact ${contact.id}`)
    this.#known.remember(contact.id, record)
  }

  #read(row: ContactRecord | undefined): Contact | null {
    if (!row) return null
    this.#known.remember(row.id, row)
    return toContact(row)
  }
}

export const contactById = query((db, p: { id: string }) =>
  db.selectFrom('contacts').select(contactFields).where('id', '=', p.id),
)

/** An older version may have made two contacts of two spellings: the one that holds the identity is meant, else the older one. */
export async function findContact(
  session: Pick<QuerySession, 'first'>,
  address: Address,
): Promise<ContactRecord | undefined> {
  const [one, other] = spellings(address)
  if (one === undefined || other === undefined) return session.first(byAddress, address)
  return session.first(byEither, { kind: address.kind, one: one.value, other: other.value })
}

const byAddress = query((db, p: Address) =>
  db.selectFrom('contacts').select(contactFields).where('address', '=', p.value).where('kind', '=', p.kind),
)

const byEither = query((db, p: { kind: Address['kind']; one: string; other: string }) =>
  db
    .selectFrom('contacts')
    .select(contactFields)
    .where('address', 'in', [p.one, p.other])
    .where('kind', '=', p.kind)
    .orderBy(sql`case when identity is null then 1 else 0 end`)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1),
)

const insert = query((db, p: ContactRecord) =>
  db
    .insertInto('contacts')
    .values(pick(p, contactFields))
    .onConflict((conflict) => conflict.doNothing()),
)

const updates = new QueriesByFields((fields: readonly (typeof changeable)[number][]) =>
  query((db, p: ContactRecord) => db.updateTable('contacts').set(pick(p, fields)).where('id', '=', p.id)),
)
