import { Type } from 'typebox'
import { AgentRef } from './agent.ts'
import { Moment, Nullable } from './common.ts'
import { DeliveryState } from './message.ts'

/** One handing over of a text to the SMS provider. */
export const DeliveryAttempt = Type.Object({
  type: Type.Literal('attempt'),
  number: Type.Integer(),
  at: Moment,
  /** Null until it is known how it ended. */
  endedAt: Nullable(Moment),
  /** `later`: surely not taken, to be tried again. `interrupted`: the desk stopped before it could note the answer. */
  outcome: Nullable(
    Type.Union([
      Type.Literal('accepted'),
      Type.Literal('rejected'),
      Type.Literal('later'),
      Type.Literal('uncertain'),
      Type.Literal('interrupted'),
    ]),
  ),
  /** A code like the one of a delivery; null where nothing was refused. */
  reason: Nullable(Type.String()),
  /** The provider's own words, or what the network said. */
  detail: Nullable(Type.String()),
})
export type DeliveryAttempt = Type.Static<typeof DeliveryAttempt>

export const DeliveryReport = Type.Object({
  type: Type.Literal('report'),
  at: Moment,
  state: DeliveryState,
  reason: Nullable(Type.String()),
  /** The provider's own word for the state. */
  status: Type.String(),
  /** The provider's own words about it. */
  detail: Nullable(Type.String()),
})
export type DeliveryReport = Type.Static<typeof DeliveryReport>

/** What happened to one outgoing text, in the order of events. */
export const DeliveryHistory = Type.Object({
  state: DeliveryState,
  reason: Nullable(Type.String()),
  /** When somebody dealt with what went wrong, and who, if that is known. */
  settled: Nullable(Type.Object({ at: Moment, by: Nullable(AgentRef) })),
  items: Type.Array(Type.Union([DeliveryAttempt, DeliveryReport])),
})
export type DeliveryHistory = Type.Static<typeof DeliveryHistory>
