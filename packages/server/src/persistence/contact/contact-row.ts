import { type Contact, identityOf } from '@textdesk/core'
import type { Selectable } from 'kysely'
import type { DeskSchema } from '../schema.ts'

export type ContactRecord = Omit<Selectable<DeskSchema['contacts']>, 'row'>

export const contactFields = [
  'id',
  'address',
  'kind',
  'identity',
  'writes_from',
  'name',
  'note',
  'blocked_at',
  'created_at',
] as const satisfies ReadonlyArray<keyof ContactRecord>

export function toContact(row: ContactRecord): Contact {
  return {
    id: row.id,
    address: { kind: row.kind, value: row.address },
    writesFrom: row.writes_from,
    name: row.name,
    note: row.note,
    blockedAt: row.blocked_at,
    createdAt: row.created_at,
  }
}

export function fromContact(contact: Contact): ContactRecord {
  return {
    id: contact.id,
    address: contact.address.value,
    kind: contact.address.kind,
    identity: identityOf(contact.address),
    writes_from: contact.writesFrom,
    name: contact.name,
    note: contact.note,
    blocked_at: contact.blockedAt,
    created_at: contact.createdAt,
  }
}
