import { Type } from 'typebox'
import { Alert } from './alert.ts'
import { Moment, Nullable } from './common.ts'
import { Refusal } from './inbox.ts'

const Count = Type.Integer({ minimum: 0 })

/** All of them since the desk started. */
const Webhooks = Type.Object({
  received: Count,
  repeated: Count,
  /** Texts found in the provider's own list, since their webhook had not come. */
  fetched: Count,
  reports: Count,
  refused: Count,
  refusedByReason: Type.Array(Type.Object({ reason: Type.String(), count: Count })),
  lastTakenAt: Nullable(Moment),
  lastRefusal: Nullable(Refusal),
})

const SystemNumber = Type.Object({
  inboxId: Type.String(),
  name: Type.String(),
  number: Nullable(Type.String()),
  simulated: Type.Boolean(),
  lastTextAt: Nullable(Moment),
  /** Null unless the number is paused now. */
  pausedUntil: Nullable(Moment),
})

const Account = Type.Object({
  state: Type.Union([Type.Literal('ok'), Type.Literal('waiting'), Type.Literal('failed')]),
  sentence: Type.String(),
  cure: Nullable(Type.String()),
  balance: Nullable(Type.Object({ amount: Type.Number(), unit: Type.String(), payment: Type.String() })),
})

/** How the desk as a whole is doing. */
export const System = Type.Object({
  at: Moment,
  startedAt: Moment,
  uptimeSeconds: Count,
  versions: Type.Object({ textdesk: Type.String(), node: Type.String(), database: Type.String() }),
  webhooks: Webhooks,
  numbers: Type.Array(SystemNumber),
  /** waiting: not due yet; due: should have left; sending: on their way to the provider. */
  queue: Type.Object({ waiting: Count, due: Count, sending: Count, oldestDueAt: Nullable(Moment) }),
  /** Texts by people that nobody has settled. */
  trouble: Type.Object({ uncertain: Count, expired: Count, failed: Count }),
  /** Since the desk started. */
  sends: Type.Object({ accepted: Count, rejected: Count, retryLater: Count, uncertain: Count }),
  account: Account,
  storage: Type.Object({ databaseBytes: Count, freeBytes: Nullable(Count), diskBytes: Nullable(Count) }),
  /** Rows that cannot be found yet. */
  search: Type.Object({ behind: Count }),
  dispatcher: Type.Union([Type.Literal('ok'), Type.Literal('failing')]),
  eventStreams: Count,
  /** channel: whether ALERT_WEBHOOK_URL is set. */
  alerts: Type.Object({ channel: Type.Boolean(), open: Type.Array(Alert) }),
})
export type System = Type.Static<typeof System>
