import { Type } from 'typebox'
import { Moment, Nullable } from './common.ts'

export const ChecklistStep = Type.Object({
  id: Type.Union([
    Type.Literal('account'),
    Type.Literal('address'),
    Type.Literal('public-url'),
    Type.Literal('first-text'),
    Type.Literal('refusals'),
  ]),
  state: Type.Union([Type.Literal('ok'), Type.Literal('waiting'), Type.Literal('failed')]),
  /** How it stands. */
  sentence: Type.String(),
  /** What to do; null when there is nothing. */
  cure: Nullable(Type.String()),
  at: Nullable(Moment),
})
export type ChecklistStep = Type.Static<typeof ChecklistStep>

/** What a number needs to be live, in the order in which one sees to it. */
export const Checklist = Type.Object({
  inboxId: Type.String(),
  number: Nullable(Type.String()),
  /** Every step is ok. */
  ready: Type.Boolean(),
  steps: Type.Array(ChecklistStep),
})
export type Checklist = Type.Static<typeof Checklist>
