import type { TimelineItem } from '@textdesk/core'
import type * as contract from '../contract/message.ts'
import { messageView } from './message-view.ts'
import { toIso } from './moment.ts'

export function timelineItem(item: TimelineItem, now: number): contract.TimelineItem {
  return item.type === 'message' ? messageView(item.message, item.author, now) : activityView(item)
}

function activityView(item: Extract<TimelineItem, { type: 'activity' }>): contract.Activity {
  const { activity, actor, assignee } = item
  return {
    type: 'activity',
    id: activity.id,
    seq: activity.seq,
    at: toIso(activity.at),
    actor: actor && { id: actor.id, name: actor.name },
    what: activity.what,
    // For an assignment the detail is only the id that `assignee` spells out.
    detail: assignee === null ? activity.detail : null,
    assignee: assignee && { id: assignee.id, name: assignee.name },
  }
}
