import type { Agent } from '@textdesk/server/contract'
import type { changeAgent } from './settings-api.ts'

export type ChangeName = 'make-owner' | 'make-agent' | 'disable' | 'enable'

interface AgentChange {
  readonly label: string
  readonly fields: Parameters<typeof changeAgent>[1]
  readonly isGrave: boolean
  readonly title: (agent: Agent) => string
  /** What it brings, said before it is done. */
  readonly consequence: (agent: Agent) => string
}

export const agentChanges: Readonly<Record<ChangeName, AgentChange>> = {
  'make-owner': {
    label: 'Make owner',
    fields: { role: 'owner' },
    isGrave: false,
    title: ({ name }) => `Make ${name} an owner?`,
    consequence: ({ name }) =>
      `${name} can then change every setting, invite and disable people, you included, and erase customers.`,
  },
  'make-agent': {
    label: 'Make agent',
    fields: { role: 'agent' },
    isGrave: false,
    title: ({ name }) => `Make ${name} an agent?`,
    consequence: ({ name }) =>
      `${name} goes on answering customers, and can no longer change settings or invite people.`,
  },
  disable: {
    label: 'Disable',
    fields: { disabled: true },
    isGrave: true,
    title: ({ name }) => `Disable ${name}?`,
    consequence: ({ name, state }) =>
      state === 'invited'
        ? `The link that ${name} was given stops working. You can enable ${name} again, and make a new link.`
        : `${name} is signed out everywhere at once and cannot sign in. What ${name} wrote stays. You can enable ${name} again.`,
  },
  enable: {
    label: 'Enable',
    fields: { disabled: false },
    isGrave: false,
    title: ({ name }) => `Enable ${name}?`,
    consequence: ({ name }) => `${name} can sign in again, with the password from before if there was one.`,
  },
}

/** What an owner can do to a colleague. */
export function changesFor({ role, state }: Agent): readonly ChangeName[] {
  return [role === 'owner' ? 'make-agent' : 'make-owner', state === 'disabled' ? 'enable' : 'disable']
}
