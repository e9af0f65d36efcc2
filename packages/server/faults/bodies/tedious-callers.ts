import type { BodyTally } from './body-tally.ts'
import { sendLargeBody } from './large-bodies.ts'
import { holdConnection, slownesses } from './slow-connections.ts'

type Figures = Record<string, number | string>
type Say = (progress: string) => void

const MIB = 1024 * 1024
/** What the systems at both ends hold for a connection, and some more. */
const MAX_TAKEN_MIB = 16
/** The longest of the desk's timeouts, and the time between two looks at them. */
const MAX_HELD_MS = 70_000

export async function tryLargeBodies(
  url: string,
  { largeBodies, largeMegabytes }: { largeBodies: number; largeMegabytes: number },
  tally: BodyTally,
  say: Say,
): Promise<Figures> {
  say(`${largeBodies} bodies of ${largeMegabytes} MiB at once`)
  const targets = ['/webhooks/messagebird', '/webhooks/messagebird/status', '/api/tickets', '/webhook']
  const answers = await Promise.all(
    Array.from({ length: largeBodies }, (_, n) => {
      const target = targets[n % targets.length] ?? '/webhook'
      return sendLargeBody({ url, target, bytes: largeMegabytes * MIB, announced: n % 8 < 4 })
    }),
  )
  for (const { answer } of answers)
    if (/^[125]/.test(answer)) tally.complain(`a body of megabytes was answered ${answer}`)
  const mostTaken = Math.max(0, ...answers.map(({ takenBytes }) => takenBytes)) / MIB
  if (mostTaken > MAX_TAKEN_MIB) tally.complain(`${mostTaken.toFixed(1)} MiB of one body were taken`)
  return {
    [`bodies of ${largeMegabytes} MiB`]: largeBodies,
    'most taken of one, MiB': mostTaken.toFixed(2),
    'their answers': [...new Set(answers.map(({ answer }) => answer))].sort().join(', '),
  }
}

export async function trySlowConnections(url: string, count: number, tally: BodyTally, say: Say): Promise<Figures> {
  if (count === 0) return {}
  say(`${count} connections that hardly speak`)
  const held = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const slowness = slownesses[n % slownesses.length] ?? 'says nothing'
      return { slowness, ms: await holdConnection(url, slowness) }
    }),
  )
  const figures: Figures = { 'connections that hardly speak': count }
  for (const slowness of slownesses) {
    const longest = Math.max(...held.filter((one) => one.slowness === slowness).map(({ ms }) => ms))
    figures[`longest that ${slowness === 'says nothing' ? '' : 'speaks '}${slowness}, s`] = (longest / 1_000).toFixed(1)
    if (longest > MAX_HELD_MS) tally.complain(`a connection that ${slowness} was held for ${longest.toFixed(0)} ms`)
  }
  return figures
}
