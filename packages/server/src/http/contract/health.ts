import { Type } from 'typebox'

export const Health = Type.Object({ status: Type.Literal('ok') })

const Check = Type.Union([Type.Literal('ok'), Type.Literal('failing')])
export const Readiness = Type.Object({
  status: Type.Union([Type.Literal('ready'), Type.Literal('not-ready')]),
  checks: Type.Object({ database: Check, dispatcher: Check }),
})
export type Readiness = Type.Static<typeof Readiness>
