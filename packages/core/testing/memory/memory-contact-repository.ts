import type { Address } from '../../src/domain/contact/address.ts'
import type { Contact } from '../../src/domain/contact/contact.ts'
import type { ContactRepository } from '../../src/ports/repositories/contact-repository.ts'
import type { MemoryTables } from './memory-tables.ts'
import { isSameAddress } from './same-address.ts'

export class MemoryContactRepository implements ContactRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(id: string): Promise<Contact | null> {
    return this.#tables.contacts.get(id)
  }

  async findByAddress(address: Address): Promise<Contact | null> {
    return this.#tables.contacts.find((contact) => isSameAddress(contact.address, address))
  }

  async add(contact: Contact): Promise<boolean> {
    if (await this.findByAddress(contact.address)) return false
    this.#tables.contacts.put(contact.id, contact)
    return true
  }

  async save(contact: Contact): Promise<void> {
    this.#tables.contacts.replace(contact.id, contact)
  }
}
