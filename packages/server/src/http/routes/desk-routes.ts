import type { Route } from '../route.ts'
import { deleteClosure } from './delete-closure.route.ts'
import { deleteReply } from './delete-reply.route.ts'
import { getEvents } from './get-events.route.ts'
import { getInboxes } from './get-inboxes.route.ts'
import { getMessages } from './get-messages.route.ts'
import { getPhoneMessages } from './get-phone-messages.route.ts'
import { getReplyHistory } from './get-reply-history.route.ts'
import { getTicket } from './get-ticket.route.ts'
import { getTickets } from './get-tickets.route.ts'
import { getViews } from './get-views.route.ts'
import { patchInbox } from './patch-inbox.route.ts'
import { postNote } from './post-note.route.ts'
import { postPhoneMessage } from './post-phone-message.route.ts'
import { postReply } from './post-reply.route.ts'
import { postResend } from './post-resend.route.ts'
import { postTicket } from './post-ticket.route.ts'
import { putArrived } from './put-arrived.route.ts'
import { putAssignee } from './put-assignee.route.ts'
import { putClosure } from './put-closure.route.ts'
import { putRead } from './put-read.route.ts'
import { receiveReport } from './receive-report.route.ts'
import { receiveText } from './receive-text.route.ts'

export const deskRoutes: readonly Route[] = [
  receiveText,
  receiveReport,
  getTickets,
  getViews,
  postTicket,
  getTicket,
  getMessages,
  postReply,
  deleteReply,
  postResend,
  putArrived,
  getReplyHistory,
  postNote,
  putClosure,
  deleteClosure,
  putAssignee,
  putRead,
  getInboxes,
  patchInbox,
  getEvents,
  getPhoneMessages,
  postPhoneMessage,
]
