import type { Agent, Session } from '@textdesk/server/contract'

export function session(agent: Partial<Agent> = {}): Session {
  return {
    agent: {
      id: 'a1',
      name: 'Ana',
      email: 'ana@example.org',
      role: 'owner',
      state: 'active',
      createdAt: '2026-11-22T09:00:00.000Z',
      joinedAt: '2026-11-22T09:00:00.000Z',
      ...agent,
    },
    desk: { simulated: true, unsignedWebhooks: false },
  }
}
