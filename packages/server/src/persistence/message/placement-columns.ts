import type { Placement } from '@textdesk/core'
import type { Selectable } from 'kysely'
import type { DeskSchema } from '../schema.ts'

export const placementFields = ['placed_because', 'placed_ticket', 'placed_at', 'placed_hours'] as const

type PlacementColumns = Pick<Selectable<DeskSchema['messages']>, (typeof placementFields)[number]>

export function toPlacement(row: PlacementColumns): Placement | null {
  if (row.placed_because === null) return null
  const { placed_ticket: ticket, placed_at: at, placed_hours: reopenHours } = row
  return { reason: row.placed_because, ticket, at, reopenHours }
}

export function fromPlacement(placement: Placement | null): PlacementColumns {
  return {
    placed_because: placement?.reason ?? null,
    placed_ticket: placement?.ticket ?? null,
    placed_at: placement?.at ?? null,
    placed_hours: placement?.reopenHours ?? null,
  }
}
