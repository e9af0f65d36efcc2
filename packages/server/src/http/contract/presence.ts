import { Type } from 'typebox'
import { Body } from './common.ts'

/** To be said again every 10 s; forgotten after 25 s. */
export const PresenceBody = Body({ writing: Type.Boolean() })
