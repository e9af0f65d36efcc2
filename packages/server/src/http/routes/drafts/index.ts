import type { Route } from '../../route.ts'
import { deleteDraft } from './delete-draft.route.ts'
import { getDrafts } from './get-drafts.route.ts'
import { getTicketDrafts } from './get-ticket-drafts.route.ts'
import { putDraft } from './put-draft.route.ts'

export const draftsRoutes: readonly Route[] = [getDrafts, getTicketDrafts, putDraft, deleteDraft]
