import type { Route } from '../../route.ts'
import { getChecklist } from './get-checklist.route.ts'
import { getInboxes } from './get-inboxes.route.ts'
import { patchInbox } from './patch-inbox.route.ts'

export const inboxesRoutes: readonly Route[] = [getInboxes, patchInbox, getChecklist]
