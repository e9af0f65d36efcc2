import type { Draft } from '@textdesk/core'
import type * as contract from '../contract/draft.ts'
import { toIso } from './moment.ts'

export function draftView({ ticketNumber, mode, body, updatedAt }: Draft): contract.Draft {
  return { ticketNumber, mode, body, updatedAt: toIso(updatedAt) }
}
