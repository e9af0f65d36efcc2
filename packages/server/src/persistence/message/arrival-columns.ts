import type { Arrival } from '@textdesk/core'
import type { Selectable } from 'kysely'
import type { DeskSchema } from '../schema.ts'

export const arrivalFields = ['arrival', 'sent_at', 'arrival_id'] as const

export type ArrivalColumns = Pick<Selectable<DeskSchema['messages']>, (typeof arrivalFields)[number]>

export function toArrival(row: ArrivalColumns): Arrival | null {
  return row.arrival === null ? null : { by: row.arrival, sentAt: row.sent_at, providerId: row.arrival_id }
}

export function fromArrival(arrival: Arrival | null): ArrivalColumns {
  return {
    arrival: arrival?.by ?? null,
    sent_at: arrival?.sentAt ?? null,
    arrival_id: arrival?.providerId ?? null,
  }
}
