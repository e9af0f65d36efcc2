import type { Address, Contact, ContactRepository } from '@textdesk/core'
import { pick, query } from '../query.ts'
import { expectOneRow, type QuerySession } from '../query-session.ts'
import { QueriesByFields, RowMemory } from '../row-memory.ts'
import { type ContactRecord, contactFields, fromContact, toContact } from '../rows/contact-row.ts'

/** An address is never changed: another address is another contact. */
const changeable = ['name', 'note', 'blocked_at'] as const
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
    return this.#read(await this.#session.first(byAddress, address))
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

const byAddress = query((db, p: Address) =>
  db.selectFrom('contacts').select(contactFields).where('address', '=', p.value).where('kind', '=', p.kind),
)

const insert = query((db, p: ContactRecord) =>
  db
    .insertInto('contacts')
    .values(pick(p, contactFields))
    .onConflict((conflict) => conflict.columns(['address', 'kind']).doNothing()),
)

const updates = new QueriesByFields((fields: readonly (typeof changeable)[number][]) =>
  query((db, p: ContactRecord) => db.updateTable('contacts').set(pick(p, fields)).where('id', '=', p.id)),
)
