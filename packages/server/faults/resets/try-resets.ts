import type { ProxyMode } from '../../test/support/fault-proxy.ts'
import type { Trial, Verdict } from '../fault.ts'
import type { TroubledDesk } from '../support/troubled-desk.ts'
import { until } from '../support/until.ts'

const ROUND = 50
const WHOLE_BODY = Number.POSITIVE_INFINITY

/** Half of the connections are reset before the body of the request has passed, half right after it. */
export async function tryResets(desk: TroubledDesk, resets: number, say: Trial['say']): Promise<Verdict> {
  const before = { resets: 0, uncertain: 0, taken: 0 }
  const after = { resets: 0, uncertain: 0, taken: 0 }
  for (let done = 0; done < resets; done += ROUND) {
    say(`${done} of ${resets} resets`)
    const isBefore = (done / ROUND) % 2 === 0
    const count = isBefore ? before : after
    const taken = desk.provider.texts.length
    desk.proxy.treat(resetAfter(isBefore ? 0 : WHOLE_BODY))
    const rows = await desk.send(ROUND)
    if (!isBefore) await until('the provider had read every body', () => desk.provider.texts.length >= taken + ROUND)
    count.resets += ROUND
    count.uncertain += rows.filter(({ outcome, attempts }) => outcome === 'uncertain' && attempts === 1).length
    count.taken += desk.taken(rows).filter((times) => times === 1).length
  }
  desk.proxy.treat({ kind: 'pass' })
  return judge(before, after)
}

type Count = Readonly<Record<'resets' | 'uncertain' | 'taken', number>>

function judge(before: Count, after: Count): Verdict {
  const figures = {
    'resets before the body': before.resets,
    'of these uncertain after one attempt': before.uncertain,
    'of these taken by the provider': before.taken,
    'resets after the body': after.resets,
    'of those uncertain after one attempt': after.uncertain,
    'of those taken by the provider': after.taken,
  }
  const isRight =
    before.uncertain === before.resets &&
    before.taken === 0 &&
    after.uncertain === after.resets &&
    after.taken === after.resets
  return { figures, broken: isRight ? [] : ['resets were not classified right every time; see the figures'] }
}

function resetAfter(afterBytes: number): ProxyMode {
  return { kind: 'reset-request', afterBytes }
}
