import type { Route } from '../route.ts'
import { deleteAction } from './delete-action.route.ts'
import { deletePresence } from './delete-presence.route.ts'
import { deleteSnooze } from './delete-snooze.route.ts'
import { deleteStopRequest } from './delete-stop-request.route.ts'
import { deleteTag } from './delete-tag.route.ts'
import { getTags } from './get-tags.route.ts'
import { postMove } from './post-move.route.ts'
import { putMerge } from './put-merge.route.ts'
import { putPresence } from './put-presence.route.ts'
import { putSnooze } from './put-snooze.route.ts'
import { putTag } from './put-tag.route.ts'
import { putTags } from './put-tags.route.ts'

export const triageRoutes: readonly Route[] = [
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
