import { rank } from '@textdesk/core/text'
import type { Message } from '../../src/http/contract/index.ts'
import type { DeskAgent } from '../support/desk-agent.ts'
import type { OutgoingRow } from '../support/message-ledger.ts'
import type { KillLedger } from './kill-ledger.ts'
import type { KillTally } from './kill-tally.ts'
import type { ProviderSide } from './provider-side.ts'

interface Parts {
  readonly tally: KillTally
  readonly agent: DeskAgent
  readonly ledger: KillLedger
  readonly provider: ProviderSide
}

/** What was to be sent since `mark` went out once, or an agent is asked about it. */
export async function judgeOutgoing(parts: Parts, { index, mark }: { index: number; mark: number }): Promise<void> {
  const { tally, ledger, provider } = parts
  const doubtful = (await ledger.outgoingSince(mark)).filter(({ state }) => state === 'uncertain')
  const settling = doubtful.filter(({ id }, place) => place % 2 === 0 && provider.taken.has(id))
  await Promise.all(settling.map(({ id }) => provider.report(id, 'delivered')))

  const rows = await ledger.outgoingSince(mark)
  const { taken } = provider
  const twice = rows.filter(({ id }) => (taken.get(id) ?? 0) > 1)
  const untaken = rows.filter(({ id, state }) => isSent(state) && !taken.has(id))
  const unsent = rows.filter(({ automatic, state }) => !automatic && !isSent(state))
  const hidden = await withoutAttention(parts.agent, unsent)
  tally.blame('SMS sent twice', twice.map(inWords), index)
  tally.blame('texts called sent that nobody took', untaken.map(inWords), index)
  tally.blame('replies neither sent nor shown', hidden.map(inWords), index)
  countDoubts(tally, { doubtful, settling, left: rows.filter(({ state }) => state === 'uncertain') })
}

/** Those that no agent is asked about, and that no look-up has settled since. */
async function withoutAttention(agent: DeskAgent, replies: readonly OutgoingRow[]): Promise<OutgoingRow[]> {
  const tickets = [...new Set(replies.map(({ ticketNumber }) => ticketNumber))]
  const messages = (await Promise.all(tickets.map((number) => agent.messages(number)))).flat()
  const told = new Set(
    messages.filter(({ delivery }) => delivery?.needsAgent || isShownAsSent(delivery)).map(({ id }) => id),
  )
  return replies.filter(({ id }) => !told.has(id))
}

function isShownAsSent(delivery: Message['delivery']): boolean {
  return delivery !== null && ['accepted', 'sent', 'buffered', 'delivered'].includes(delivery.state)
}

function countDoubts(
  tally: KillTally,
  rows: Readonly<Record<'doubtful' | 'settling' | 'left', readonly OutgoingRow[]>>,
): void {
  const { doubtful, settling, left } = rows
  tally.add('uncertain after a kill', doubtful.length)
  tally.add('of these settled by a report', settling.length)
  tally.add('of these settled by a look-up', doubtful.length - settling.length - left.length)
  tally.add('of these shown to an agent', left.filter(({ automatic }) => !automatic).length)
  tally.add('of these automatic, left as they are', left.filter(({ automatic }) => automatic).length)
}

function isSent(state: OutgoingRow['state']): boolean {
  return rank(state) >= rank('accepted') && state !== 'failed' && state !== 'expired'
}

function inWords({ body, state }: OutgoingRow): string {
  return `"${body}" (${state})`
}
