import type { Incident } from '../../domain/incident/incident.ts'

/** Nobody else changes what was read here before this unit of work is over. */
export interface IncidentRepository {
  find(id: string): Promise<Incident | null>
  /** Oldest first. */
  listOpen(): Promise<Incident[]>
  /** Those with a notice whose next attempt is due, the longest due first; not those that somebody else is taking. */
  listUntold(now: number): Promise<Incident[]>
  /** False when one of this kind and subject is open already. */
  add(incident: Incident): Promise<boolean>
  save(incident: Incident): Promise<void>
  /** Removes those that were over before then. */
  forgetResolved(before: number): Promise<void>
}
