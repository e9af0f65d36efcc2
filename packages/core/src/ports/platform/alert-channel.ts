import type { IncidentKind } from '../../domain/incident/incident.ts'

/** What the owner is told outside the page. */
export interface Alert {
  /** Of the incident: the same for its beginning and its end. */
  readonly id: string
  readonly kind: IncidentKind
  readonly state: 'open' | 'resolved'
  readonly sentence: string
  readonly at: number
}

export interface AlertChannel {
  /** Whether somebody took it. Never throws, and answers within 10 s. */
  tell(alert: Alert): Promise<boolean>
}
