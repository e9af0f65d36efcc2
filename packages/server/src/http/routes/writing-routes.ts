import type { Route } from '../route.ts'
import { deleteCannedReply } from './delete-canned-reply.route.ts'
import { deleteDraft } from './delete-draft.route.ts'
import { getCannedReplies } from './get-canned-replies.route.ts'
import { getDrafts } from './get-drafts.route.ts'
import { getTicketDrafts } from './get-ticket-drafts.route.ts'
import { patchCannedReply } from './patch-canned-reply.route.ts'
import { postCannedReply } from './post-canned-reply.route.ts'
import { putDraft } from './put-draft.route.ts'

export const writingRoutes: readonly Route[] = [
  getCannedReplies,
  postCannedReply,
  patchCannedReply,
  deleteCannedReply,
  getDrafts,
  getTicketDrafts,
  putDraft,
  deleteDraft,
]
