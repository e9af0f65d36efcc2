import { Type } from 'typebox'
import { Body, Moment, Nullable } from './common.ts'

export const Role = Type.Union([Type.Literal('owner'), Type.Literal('agent')])

export const AgentRef = Type.Object({ id: Type.String(), name: Type.String() })
export type AgentRef = Type.Static<typeof AgentRef>

export const Agent = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  role: Role,
  /** `invited` until the link was used, also where it is for a new password. */
  state: Type.Union([Type.Literal('active'), Type.Literal('invited'), Type.Literal('disabled')]),
  createdAt: Moment,
  /** When they first chose a password; null for whoever has only been invited. */
  joinedAt: Nullable(Moment),
})
export type Agent = Type.Static<typeof Agent>

/** An invited agent with the link that works once; it is shown only in this answer. */
export const InvitedAgent = Type.Object({ agent: Agent, inviteUrl: Type.String(), expiresAt: Moment })
export type InvitedAgent = Type.Static<typeof InvitedAgent>

export const Name = Type.String({ minLength: 1, maxLength: 80 })
export const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^\\s*[^\\s@]+@[^\\s@]+\\s*$' })
/** NIST SP 800-63B: length is what counts, no rules of composition. */
export const Password = Type.String({ minLength: 10, maxLength: 200 })

export const InviteAgentBody = Body({ name: Name, email: Email, role: Role })
export const ChangeAgentBody = Body({
  name: Type.Optional(Name),
  role: Type.Optional(Role),
  disabled: Type.Optional(Type.Boolean()),
  /** With `disabled: true`: the id of who gets their open tickets; null, or left out, for nobody. */
  ticketsTo: Type.Optional(Nullable(Type.String({ maxLength: 64 }))),
})
export const ChangePasswordBody = Body({ currentPassword: Type.String({ maxLength: 200 }), newPassword: Password })
/** A link to choose a password, which works once and is shown only in this answer. */
export const AgentLink = Type.Object({ link: Type.String(), expiresAt: Moment })
export type AgentLink = Type.Static<typeof AgentLink>

/** GET /api/invites/:token says who is invited; PUT /api/invites/:token { password } accepts and signs in. */
export const InviteParams = Type.Object({ token: Type.String({ minLength: 10, maxLength: 100 }) })
export const InviteInfo = Type.Object({ name: Type.String(), email: Type.String() })
export type InviteInfo = Type.Static<typeof InviteInfo>
export const AcceptInviteBody = Body({ password: Password })

export const SetUpState = Type.Object({ required: Type.Boolean(), codeRequired: Type.Boolean() })
export type SetUpState = Type.Static<typeof SetUpState>
export const SetUpBody = Body({
  code: Type.Optional(Type.String({ maxLength: 40 })),
  name: Name,
  email: Email,
  password: Password,
})

export const SignInBody = Body({ email: Type.String({ maxLength: 254 }), password: Type.String({ maxLength: 200 }) })
/** Who is signed in, and what every page must know. */
export const Session = Type.Object({
  agent: Agent,
  desk: Type.Object({
    /** No SMS leaves this computer. */
    simulated: Type.Boolean(),
    /** ALLOW_UNSIGNED_WEBHOOKS is set. */
    unsignedWebhooks: Type.Boolean(),
  }),
})
export type Session = Type.Static<typeof Session>

/** GET /api/agents/:id/workload: tickets of theirs that are not closed. */
export const Workload = Type.Object({ openTickets: Type.Integer() })
export type Workload = Type.Static<typeof Workload>

export const AgentList = Type.Object({ items: Type.Array(Agent) })
export type AgentList = Type.Static<typeof AgentList>
