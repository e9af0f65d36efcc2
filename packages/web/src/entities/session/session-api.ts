import type { InviteInfo, Session, SessionList, SetUpState } from '@textdesk/server/contract'
import { request } from '../../shared/api/request.ts'

export function whoAmI(): Promise<Session> {
  return request('GET', '/api/session')
}

export function signIn(email: string, password: string): Promise<unknown> {
  return request('POST', '/api/session', { body: { email, password } })
}

export function signOut(): Promise<void> {
  return request('DELETE', '/api/session')
}

export function signOutEverywhere(): Promise<void> {
  return request('DELETE', '/api/sessions')
}

export function listSessions(signal?: AbortSignal): Promise<SessionList> {
  return request('GET', '/api/sessions', { signal })
}

export function endSession(id: string): Promise<void> {
  return request('DELETE', `/api/sessions/${encodeURIComponent(id)}`)
}

export function getSetUpState(): Promise<SetUpState> {
  return request('GET', '/api/setup')
}

export interface SetUpInput {
  readonly code?: string
  readonly name: string
  readonly email: string
  readonly password: string
}

export function setUp(input: SetUpInput): Promise<unknown> {
  return request('POST', '/api/setup', { body: input })
}

export function getInvite(token: string): Promise<InviteInfo> {
  return request('GET', `/api/invites/${encodeURIComponent(token)}`)
}

export function acceptInvite(token: string, password: string): Promise<unknown> {
  return request('PUT', `/api/invites/${encodeURIComponent(token)}`, { body: { password } })
}
