import type { Incident, Notice } from '@textdesk/core'
import type { Selectable } from 'kysely'
import type { DeskSchema } from '../schema.ts'

export type IncidentRecord = Selectable<DeskSchema['incidents']>

export const incidentFields = [
  'id',
  'kind',
  'subject',
  'sentence',
  'opened_at',
  'resolved_at',
  'told_at',
  'notice',
  'attempts',
  'next_attempt_at',
] as const satisfies ReadonlyArray<keyof IncidentRecord>

export function toIncident(row: IncidentRecord): Incident {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    sentence: row.sentence,
    openedAt: row.opened_at,
    resolvedAt: row.resolved_at,
    toldAt: row.told_at,
    notice: toNotice(row),
  }
}

function toNotice({ notice: about, attempts, next_attempt_at: nextAttemptAt }: IncidentRecord): Notice | null {
  return about === null || nextAttemptAt === null ? null : { about, attempts, nextAttemptAt }
}

export function fromIncident(incident: Incident): IncidentRecord {
  return {
    id: incident.id,
    kind: incident.kind,
    subject: incident.subject,
    sentence: incident.sentence,
    opened_at: incident.openedAt,
    resolved_at: incident.resolvedAt,
    told_at: incident.toldAt,
    notice: incident.notice?.about ?? null,
    attempts: incident.notice?.attempts ?? 0,
    next_attempt_at: incident.notice?.nextAttemptAt ?? null,
  }
}
