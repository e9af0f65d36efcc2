import type { Agent } from '@textdesk/server/contract'
import type { changeAgent } from './settings-api.ts'

export type ChangeName = 'make-owner' | 'make-agent' | 'enable'

interface AgentChange {
  readonly label: string
  readonly fields: Parameters<typeof changeAgent>[1]
  readonly title: (agent: Agent) => string
  /** What it brings, said before it is done. */
  readonly consequence: (agent: Agent) => string
}

export const agentChanges: Readonly<Record<ChangeName, AgentChange>> = {
  'make-owner': {
    label: 'Make owner',
    fields: { role: 'owner' },
    title: ({ name }) => `Make ${name} an owner?`,
    consequence: ({ name }) =>
      `${name} can then change every setting, invite and disable people, you included, and erase customers.`,
  },
  'make-agent': {
    label: 'Make agent',
    fields: { role: 'agent' },
    title: ({ name }) => `Make ${name} an agent?`,
    consequence: ({ name }) =>
      `${name} goes on answering customers, and can no longer change settings or invite people.`,
  },
  enable: {
    label: 'Enable',
    fields: { disabled: false },
    title: ({ name }) => `Enable ${name}?`,
    consequence: ({ name }) => `${name} can sign in again, with the password from before if there was one.`,
  },
}

/** What an owner can do to a colleague, besides disabling them. */
export function changesFor({ role, state }: Agent): readonly ChangeName[] {
  const toRole = role === 'owner' ? 'make-agent' : 'make-owner'
  return state === 'disabled' ? [toRole, 'enable'] : [toRole]
}
