import { type Agent, isCancelledInvite } from '@textdesk/core'
import { pino } from 'pino'
import { buildContainer, portsOf, token } from '../composition/container.ts'
import { loadConfigOfDesk } from '../config/load-config.ts'
import type { Persistence } from '../persistence/persistence.ts'
import { table } from './output/table.ts'

/** `desk agents` */
export async function listAgents(): Promise<void> {
  const container = await buildContainer(loadConfigOfDesk(), pino({ level: 'silent' }), { besideRunningDesk: true })
  try {
    const agents = await portsOf(container).deskQueries.listAgents()
    if (agents.length === 0) console.log('Nobody is at this desk yet. Start it and open the page to set it up.')
    else for (const line of table(['NAME', 'E-MAIL', 'ROLE', 'STATE', 'ID'], agents.map(cellsOf))) console.log(line)
  } finally {
    await container.resolve<Persistence>(token.persistence).close()
  }
}

function cellsOf(agent: Agent): string[] {
  return [agent.name, agent.email, agent.role, stateOf(agent), agent.id]
}

function stateOf(agent: Agent): string {
  if (isCancelledInvite(agent)) return 'invite cancelled'
  if (agent.disabledAt !== null) return 'disabled'
  return agent.passwordHash === null ? 'has a link to choose a password' : 'active'
}
