import type { Route } from '../../route.ts'
import { deleteCannedReply } from './delete-canned-reply.route.ts'
import { deleteReply } from './delete-reply.route.ts'
import { getCannedReplies } from './get-canned-replies.route.ts'
import { getReplyHistory } from './get-reply-history.route.ts'
import { patchCannedReply } from './patch-canned-reply.route.ts'
import { postCannedReply } from './post-canned-reply.route.ts'
import { postNote } from './post-note.route.ts'
import { postReply } from './post-reply.route.ts'
import { postResend } from './post-resend.route.ts'
import { postTicket } from './post-ticket.route.ts'
import { putArrived } from './put-arrived.route.ts'

export const repliesRoutes: readonly Route[] = [
  postTicket,
  postReply,
  deleteReply,
  postResend,
  putArrived,
  getReplyHistory,
  postNote,
  getCannedReplies,
  postCannedReply,
  patchCannedReply,
  deleteCannedReply,
]
