import type { Agent, AgentLink, Inbox, InboxList, InvitedAgent, Workload } from '@textdesk/server/contract'
import { request } from '../../shared/api/request.ts'

type Changeable =
  | 'name'
  | 'confirmationTemplate'
  | 'reopenHours'
  | 'thanksStayClosed'
  | 'optOutWords'
  | 'answersKeywords'
  | 'language'
  | 'company'
  | 'helpContact'
  | 'consentTexts'
  | 'automaticTextsPerHour'
  | 'textsPerSecond'

export type InboxChange = Partial<Pick<Inbox, Changeable>>

export function listInboxes(signal?: AbortSignal): Promise<InboxList> {
  return request('GET', '/api/inboxes', { signal })
}

export function changeInbox(id: string, change: InboxChange): Promise<Inbox> {
  return request('PATCH', `/api/inboxes/${id}`, { body: change })
}

export function inviteAgent(input: { name: string; email: string; role: Agent['role'] }): Promise<InvitedAgent> {
  return request('POST', '/api/agents', { body: input })
}

export interface AgentChange {
  readonly role?: Agent['role']
  readonly disabled?: boolean
  /** With `disabled: true`: who gets their open tickets. */
  readonly ticketsTo?: string | null
}

export function changeAgent(id: string, change: AgentChange): Promise<Agent> {
  return request('PATCH', `/api/agents/${id}`, { body: change })
}

export function makeAgentLink(id: string): Promise<AgentLink> {
  return request('POST', `/api/agents/${id}/link`)
}

export function getWorkload(id: string, signal?: AbortSignal): Promise<Workload> {
  return request('GET', `/api/agents/${id}/workload`, { signal })
}

export function changeOwnPassword(currentPassword: string, newPassword: string): Promise<void> {
  return request('PUT', '/api/agents/me/password', { body: { currentPassword, newPassword } })
}
