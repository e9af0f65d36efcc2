import type { Activity } from '../../domain/ticket/activity.ts'

export interface ActivityRepository {
  add(activity: Activity): Promise<void>
}
