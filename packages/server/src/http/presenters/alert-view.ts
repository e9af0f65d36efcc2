import type { Incident } from '@textdesk/core'
import type * as contract from '../contract/alert.ts'
import { toIso } from './moment.ts'

export function alertView({ id, kind, sentence, openedAt }: Incident): contract.Alert {
  return { id, kind, sentence, since: toIso(openedAt) }
}
