import type { Verdict } from '../fault.ts'
import { atOnce } from '../support/at-once.ts'
import type { TwoServers } from '../support/two-servers.ts'
import { until } from '../support/until.ts'
import type { Attempt, TextLoad } from './text-load.ts'

const MAX_ANSWER_MS = 10_000
const AT_ONCE = 16

/** What became of every text: those that got OK must be there already, all others once they were delivered again. */
export async function judgeTexts(servers: TwoServers, { attempts }: TextLoad): Promise<Verdict> {
  const ok = attempts.filter(({ status }) => status === 200)
  const refused = attempts.filter(({ status }) => status === 503)
  const others = attempts.filter(({ status }) => status !== 200 && status !== 503)
  const lost = await notOnce(servers, ok)
  // As a provider does.
  await atOnce(AT_ONCE, [...refused, ...others], ({ door, request }) =>
    until('a text was taken', async () => (await servers.deliver(door, request)).status === 200),
  )
  const missing = await notOnce(servers, attempts)
  const slowestMs = Math.max(...attempts.map(({ ms }) => ms))
  const { confirmationsPerTicket } = await servers.ledger.read('Load ')
  const references = servers.desks[0].provider.texts.map(({ reference }) => reference)
  const twice = references.length - new Set(references).size
  const broken: string[] = []
  if (lost > 0) broken.push(`${lost} texts that got OK are not stored exactly once`)
  if (missing > 0) broken.push(`${missing} texts are not stored exactly once after they came again`)
  if (others.length > 0) broken.push(`${others.length} texts got neither OK nor 503 but e.g. ${others[0]?.status}`)
  if (slowestMs > MAX_ANSWER_MS) broken.push(`an answer took ${slowestMs.toFixed(0)} ms`)
  if (String(confirmationsPerTicket) !== '1') broken.push(`tickets have ${confirmationsPerTicket} confirmations`)
  if (twice > 0) broken.push(`${twice} texts were sent twice`)
  const figures = {
    texts: attempts.length,
    'answered OK': ok.length,
    'of these not stored once': lost,
    'answered 503': refused.length,
    'all texts not stored once, when those had come again': missing,
    'slowest answer': `${slowestMs.toFixed(0)} ms`,
    'sent twice': twice,
  }
  return { figures, broken }
}

async function notOnce(servers: TwoServers, attempts: readonly Attempt[]): Promise<number> {
  const { copies } = await servers.ledger.read('Load ')
  return attempts.filter(({ body }) => copies.get(body) !== 1).length
}
