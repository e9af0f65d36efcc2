import type { Activity } from '../ticket/activity.ts'

export interface ActivityRepository {
  add(activity: Activity): Promise<void>
}
