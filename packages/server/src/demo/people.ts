import type { Role } from '@textdesk/core'
import type { DemoAgent } from './demo-script.ts'

export const DEMO_EMAIL = 'demo@example.com'
/** No secret: the demo desk holds nothing but invented texts, and sends none. */
export const DEMO_PASSWORD = 'a week of invented texts'

interface DemoPerson {
  readonly name: string
  readonly email: string
  readonly role: Role
}

/** Dana is who the stated sign-in belongs to. */
export const demoPeople: Readonly<Record<DemoAgent, DemoPerson>> = {
  dana: { name: 'Dana', email: DEMO_EMAIL, role: 'owner' },
  ana: { name: 'Ana', email: 'ana@example.com', role: 'agent' },
  ben: { name: 'Ben', email: 'ben@example.com', role: 'agent' },
}

/** Has been invited and has not come yet. */
export const demoInvitee: DemoPerson = { name: 'Noor', email: 'noor@example.com', role: 'agent' }

export const demoInbox = {
  name: 'Juniper Cycles',
  confirmationTemplate:
    'Thanks for texting Juniper Cycles! Your ticket ID is {{ticket}}. We answer every day from 8 to 20.',
} as const
