import type { Address, Contact, ContactRepository } from '@textdesk/core'
import { pick, query } from '../query.ts'
import { expectOneRow, type QuerySession } from '../query-session.ts'
import { type ContactRecord, contactFields, fromContact, toContact } from '../rows/contact-row.ts'

export class KyselyContactRepository implements ContactRepository {
  readonly #session: QuerySession

  constructor(session: QuerySession) {
    this.#session = session
  }

  async find(id: string): Promise<Contact | null> {
    const row = await this.#session.first(contactById, { id })
    return row ? toContact(row) : null
  }

  async findByAddress(address: Address): Promise<Contact | null> {
    const row = await this.#session.first(byAddress, address)
    return row ? toContact(row) : null
  }

  async add(contact: Contact): Promise<boolean> {
    return (await this.#session.run(insert, fromContact(contact))) === 1
  }

  async save(contact: Contact): Promise<void> {
    expectOneRow(await this.#session.run(update, fromContact(contact)), `contact ${contact.id}`)
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

/** An address is never changed: another address is another contact. */
const update = query((db, p: ContactRecord) =>
  db
    .updateTable('contacts')
    .set(pick(p, ['name', 'note', 'blocked_at']))
    .where('id', '=', p.id),
)
