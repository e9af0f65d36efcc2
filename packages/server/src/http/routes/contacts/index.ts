import type { Route } from '../../route.ts'
import { deleteBlock } from './delete-block.route.ts'
import { deleteContact } from './delete-contact.route.ts'
import { deleteOptOut } from './delete-opt-out.route.ts'
import { getContact } from './get-contact.route.ts'
import { getContactExport } from './get-contact-export.route.ts'
import { getContactTickets } from './get-contact-tickets.route.ts'
import { patchContact } from './patch-contact.route.ts'
import { putBlock } from './put-block.route.ts'
import { putOptOut } from './put-opt-out.route.ts'

export const contactsRoutes: readonly Route[] = [
  getContact,
  patchContact,
  deleteContact,
  getContactTickets,
  getContactExport,
  putOptOut,
  deleteOptOut,
  putBlock,
  deleteBlock,
]
