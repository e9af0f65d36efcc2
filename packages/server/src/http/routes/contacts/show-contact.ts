import { DomainError } from '@textdesk/core'
import type { Api } from '../../api.ts'
import type { Contact } from '../../contract/index.ts'
import { contactView } from '../../presenters/contact-view.ts'

/** @throws DomainError `not-found` */
export async function showContact(api: Api, id: string): Promise<Contact> {
  const found = await api.deskQueries.findContact(id)
  if (found === null) throw new DomainError('not-found', "This contact isn't here. Open it from one of its tickets.")
  return contactView(found)
}
