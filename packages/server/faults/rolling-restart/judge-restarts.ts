import type { Verdict } from '../fault.ts'
import { complaints } from '../support/complaints.ts'
import { countEach } from '../support/count-each.ts'
import type { PostgresMessageLedger } from '../support/postgres-message-ledger.ts'
import type { TwoServers } from '../support/two-servers.ts'
import type { TwoDoorLoad } from './two-door-load.ts'

export interface Stops {
  count: number
  slowestMs: number
}

interface Parts {
  readonly servers: TwoServers
  readonly ledger: PostgresMessageLedger
  readonly load: TwoDoorLoad
  readonly stops: Stops
}

const STOPPED_IN_ORDER = 'Stopped. Everything is stored.'

/** What everybody was told against what is stored and what the provider took. */
export async function judgeRestarts({ servers, ledger, load, stops }: Parts): Promise<Verdict> {
  const [texts, replies] = [load.texts.record, load.replies.record]
  const outgoing = await ledger.outgoingSince(0)
  const copies = countEach([...(await ledger.bodiesSince(0)), ...outgoing.map(({ body }) => body)])
  const takenByProvider = countEach(servers.desks[0].provider.texts.map(({ reference }) => reference ?? ''))
  const wrong = {
    'texts or replies lost': load.taken.filter((body) => !copies.has(body)).length,
    'texts or replies doubled': load.taken.filter((body) => (copies.get(body) ?? 0) > 1).length,
    'SMS sent twice': outgoing.filter(({ id }) => (takenByProvider.get(id) ?? 0) > 1).length,
    'SMS not sent': outgoing.filter(({ id }) => !takenByProvider.has(id)).length,
    'left uncertain': outgoing.filter(({ state }) => state === 'uncertain').length,
    'not stopped in order': stops.count - stoppedInOrder(servers),
    ...(await ledger.doubles()),
  }
  const failures = [...countEach([...texts.failures, ...replies.failures])]
  return {
    figures: {
      restarts: stops.count,
      'slowest stop, ms': stops.slowestMs,
      'texts answered OK': texts.taken,
      'replies accepted': replies.taken,
      'asked at the other server, since one took no connection': texts.turned + replies.turned,
      'answered otherwise, or not at all': texts.failures.length + replies.failures.length,
      'slowest answer, ms': Math.max(texts.slowestMs, replies.slowestMs),
      'SMS sent': servers.desks[0].provider.texts.length,
      'texts or replies lost': wrong['texts or replies lost'],
      'SMS sent twice': wrong['SMS sent twice'],
      'left uncertain': wrong['left uncertain'],
    },
    broken: [...failures.map(([what, times]) => `${times} times a client got ${what}`), ...complaints(wrong)],
  }
}

function stoppedInOrder({ desks }: TwoServers): number {
  return desks.reduce((sum, { server }) => sum + server.output.split(STOPPED_IN_ORDER).length - 1, 0)
}
