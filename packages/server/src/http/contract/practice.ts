import { Type } from 'typebox'

/** How much practice was removed. */
export const RemovedPractice = Type.Object({
  tickets: Type.Integer(),
  messages: Type.Integer(),
  contacts: Type.Integer(),
})
export type RemovedPractice = Type.Static<typeof RemovedPractice>
