import type { TicketAction } from '@textdesk/core'
import type { Selectable } from 'kysely'
import type { DeskSchema } from '../schema.ts'

export type TicketActionRecord = Selectable<DeskSchema['ticket_actions']>

export const ticketActionFields = [
  'ticket_number',
  'agent_id',
  'key',
  'at',
  'seq',
  'state_before',
  'state_after',
  'settled_ids',
] as const satisfies ReadonlyArray<keyof TicketActionRecord>

export function toTicketAction(row: TicketActionRecord): TicketAction {
  return {
    ticketNumber: row.ticket_number,
    agentId: row.agent_id,
    key: row.key,
    at: row.at,
    seq: row.seq,
    before: JSON.parse(row.state_before),
    after: JSON.parse(row.state_after),
    settledIds: JSON.parse(row.settled_ids),
  }
}

export function fromTicketAction(action: TicketAction): TicketActionRecord {
  return {
    ticket_number: action.ticketNumber,
    agent_id: action.agentId,
    key: action.key,
    at: action.at,
    seq: action.seq,
    state_before: JSON.stringify(action.before),
    state_after: JSON.stringify(action.after),
    settled_ids: JSON.stringify(action.settledIds),
  }
}
