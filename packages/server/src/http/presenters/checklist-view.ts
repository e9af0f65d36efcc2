import type { Inbox, Step } from '@textdesk/core'
import type * as contract from '../contract/checklist.ts'
import { toIsoOrNull } from './moment.ts'

export function checklistView(inbox: Inbox, steps: readonly Step[]): contract.Checklist {
  return {
    inboxId: inbox.id,
    number: inbox.number,
    ready: steps.every(({ state }) => state === 'ok'),
    steps: steps.map((step) => ({ ...step, at: toIsoOrNull(step.at) })),
  }
}
