import type { Route } from '../../route.ts'
import { deleteAction } from './delete-action.route.ts'
import { deleteClosure } from './delete-closure.route.ts'
import { deletePresence } from './delete-presence.route.ts'
import { deleteSnooze } from './delete-snooze.route.ts'
import { deleteStopRequest } from './delete-stop-request.route.ts'
import { deleteTag } from './delete-tag.route.ts'
import { getMessages } from './get-messages.route.ts'
import { getTags } from './get-tags.route.ts'
import { getTicket } from './get-ticket.route.ts'
import { getTickets } from './get-tickets.route.ts'
import { getViews } from './get-views.route.ts'
import { postMove } from './post-move.route.ts'
import { putAssignee } from './put-assignee.route.ts'
import { putClosure } from './put-closure.route.ts'
import { putMerge } from './put-merge.route.ts'
import { putPresence } from './put-presence.route.ts'
import { putRead } from './put-read.route.ts'
import { putSnooze } from './put-snooze.route.ts'
import { putTag } from './put-tag.route.ts'
import { putTags } from './put-tags.route.ts'

export const ticketsRoutes: readonly Route[] = [
  getTickets,
  getViews,
  getTicket,
  getMessages,
  putClosure,
  deleteClosure,
  putAssignee,
  putRead,
  deleteAction,
  getTags,
  putTags,
  putTag,
  deleteTag,
  putSnooze,
  deleteSnooze,
  deleteStopRequest,
  postMove,
  putMerge,
  putPresence,
  deletePresence,
]
