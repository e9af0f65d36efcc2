import type { Clock } from '@textdesk/core'

export class SystemClock implements Clock {
  now(): number {
    return Date.now()
  }
}
