import type { UseCases } from '@textdesk/core'
import { cannedReplies } from './canned-replies.ts'
import type { DemoAgent } from './demo-script.ts'
import { DEMO_PASSWORD, demoInvitee, demoPeople } from './people.ts'

/** Sets the desk up, and invites the others; all but the last have come. */
export async function staffDemo(useCases: UseCases): Promise<Record<DemoAgent, string>> {
  const password = DEMO_PASSWORD
  const { name, email } = demoPeople.dana
  const visitor = { networkAddress: '127.0.0.1', deviceToken: null, deviceLabel: null }
  const owner = await useCases.setUpDesk.execute({ code: null, codeWaived: true, name, email, password, visitor })
  const agentId = owner.agent.id
  const join = async (who: Exclude<DemoAgent, 'dana'>) => {
    const invite = await useCases.inviteAgent.execute({ agentId, ...demoPeople[who] })
    return (await useCases.acceptInvite.execute({ token: invite.token, password, visitor })).agent.id
  }
  const agentIds = { dana: agentId, ana: await join('ana'), ben: await join('ben') }
  await useCases.inviteAgent.execute({ agentId, ...demoInvitee })
  for (const reply of cannedReplies) await useCases.addCannedReply.execute({ agentId, ...reply })
  return agentIds
}
