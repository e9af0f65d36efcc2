import { type Contact, type OptOut, replyAddress } from '@textdesk/core'
import type * as contract from '../contract/contact.ts'
import { toIso, toIsoOrNull } from './moment.ts'

interface ContactAndOptOuts {
  readonly contact: Contact
  readonly optOuts: readonly (OptOut & { readonly inboxId: string })[]
}

export function contactView({ contact, optOuts }: ContactAndOptOuts): contract.Contact {
  return {
    id: contact.id,
    kind: contact.address.kind,
    address: replyAddress(contact).value,
    name: contact.name,
    note: contact.note,
    blockedAt: toIsoOrNull(contact.blockedAt),
    optOuts: optOuts.map(({ inboxId, at, source }) => ({ inboxId, at: toIso(at), source })),
    createdAt: toIso(contact.createdAt),
  }
}
