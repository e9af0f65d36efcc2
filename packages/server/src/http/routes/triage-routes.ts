import type { Route } from '../route.ts'
import { deletePresence } from './delete-presence.route.ts'
import { deleteSnooze } from './delete-snooze.route.ts'
import { deleteStopRequest } from './delete-stop-request.route.ts'
import { getTags } from './get-tags.route.ts'
import { postMove } from './post-move.route.ts'
import { putMerge } from './put-merge.route.ts'
import { putPresence } from './put-presence.route.ts'
import { putSnooze } from './put-snooze.route.ts'
import { putTags } from './put-tags.route.ts'

export const triageRoutes: readonly Route[] = [
  getTags,
  putTags,
  putSnooze,
  deleteSnooze,
  deleteStopRequest,
  postMove,
  putMerge,
  putPresence,
  deletePresence,
]
