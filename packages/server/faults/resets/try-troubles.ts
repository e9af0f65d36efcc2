import type { Trial, Verdict } from '../fault.ts'
import type { OutgoingRow } from '../support/message-ledger.ts'
import type { TroubledDesk } from '../support/troubled-desk.ts'
import { until } from '../support/until.ts'
import { QUICK_TROUBLES, SLOW_TROUBLES, type Trouble } from './troubles.ts'

const DIES: Trouble = { name: 'accepts, then dies', outcome: 'uncertain' }

/** Every other way in which a send can go, and what the desk calls it. */
export async function tryTroubles(
  desk: TroubledDesk,
  { texts, slow }: { texts: number; slow: number },
  say: Trial['say'],
): Promise<Verdict> {
  const figures: Record<string, string> = {}
  const broken: string[] = []
  const judge = ({ name, outcome }: Trouble, rows: readonly OutgoingRow[]) => {
    const right = rows.filter((row) => row.outcome === outcome).length
    figures[name] = `${right} of ${rows.length} ${outcome}`
    if (right < rows.length) broken.push(`${name}: ${rows.length - right} are not ${outcome}`)
  }
  for (const trouble of QUICK_TROUBLES) {
    say(trouble.name)
    make(desk, trouble)
    judge(trouble, await desk.send(texts))
  }
  judge(DIES, await dieAfterAccept(desk))
  if (slow > 0) await trySlow(desk, slow, judge)
  make(desk, {})
  return { figures, broken }
}

/** The provider takes one text and is gone; resolves when it is back. */
async function dieAfterAccept(desk: TroubledDesk): Promise<OutgoingRow[]> {
  make(desk, {})
  const balance = new URL('/balance', desk.provider.url)
  desk.provider.answerNext('dies')
  const rows = await desk.send(1)
  await until('the provider was back', () => fetch(balance).then(Boolean, () => false))
  return rows
}

/** Side by side, since each takes as long as a send may. */
async function trySlow(
  desk: TroubledDesk,
  texts: number,
  judge: (trouble: Trouble, rows: readonly OutgoingRow[]) => void,
): Promise<void> {
  const begun: (() => void)[] = []
  for (const trouble of SLOW_TROUBLES) {
    make(desk, trouble)
    const connections = desk.proxy.connections + texts
    const rows = await desk.begin(texts)
    await until('every text was on its way', () => desk.proxy.connections >= connections)
    begun.push(() => judge(trouble, rows()))
  }
  await until('every send had its outcome', () => desk.ledger.leaving() === 0)
  for (const judgeOne of begun) judgeOne()
}

function make(desk: TroubledDesk, { answer = 'accept', proxy = { kind: 'pass' } }: Partial<Trouble>): void {
  desk.provider.answerWith(answer)
  desk.proxy.treat(proxy)
}
