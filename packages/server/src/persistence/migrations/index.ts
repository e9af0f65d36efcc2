import type { Migration } from 'kysely/migration'
import * as people from './0001-people.ts'
import * as conversations from './0002-conversations.ts'
import * as messages from './0003-messages.ts'
import * as ledgers from './0004-ledgers.ts'
import * as incidents from './0006-incidents.ts'
import * as triage from './0008-triage.ts'
import * as writing from './0009-writing.ts'
import * as placements from './0010-placements.ts'
import * as deliveryHistory from './0011-delivery-history.ts'
import * as pace from './0012-pace.ts'
import * as arrivals from './0013-arrivals.ts'
import * as oneInboxPerNumber from './0014-one-inbox-per-number.ts'

/** In the order of their names, which is the order they run in. Frozen once released: a change is a new migration. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-people': people,
  '0002-conversations': conversations,
  '0003-messages': messages,
  '0004-ledgers': ledgers,
  '0006-incidents': incidents,
  '0008-triage': triage,
  '0009-writing': writing,
  '0010-placements': placements,
  '0011-delivery-history': deliveryHistory,
  '0012-pace': pace,
  '0013-arrivals': arrivals,
  '0014-one-inbox-per-number': oneInboxPerNumber,
}
