import type { LedgerEntry } from '../../test/support/desk-ledger.ts'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import { textRequest } from '../../test/support/message-bird-requests.ts'
import type { Verdict } from '../fault.ts'
import { fictionalNumber } from '../support/fictional-number.ts'
import { isOk, type Pairs } from './pairs.ts'

/** The texts come from so many numbers: most find an open ticket. */
const NUMBERS = 100

/** Each text is delivered through both doors at the same moment, with one id. */
export async function tryDoubled({ pairs: texts, atOnce, deliver, ledger, say }: Pairs): Promise<Verdict> {
  let ok = 0
  for (let first = 0; first < texts; first += atOnce) {
    say(`${first} of ${texts} texts to both servers`)
    const some = Array.from({ length: Math.min(atOnce, texts - first) }, (_, n) => first + n)
    const answers = await Promise.all(some.map(bothDoors))
    ok += answers.flat().filter(isOk).length
  }
  return judge(texts, ok, await ledger.read('Doubled '))

  function bothDoors(index: number) {
    const from = fictionalNumber(index % NUMBERS)
    const request = textRequest({ from, to: DESK_NUMBER, body: `Doubled ${index}` })
    return Promise.all([deliver(0, request), deliver(1, request)])
  }
}

function judge(texts: number, ok: number, { copies }: LedgerEntry): Verdict {
  const messages = [...copies.values()].reduce((sum, times) => sum + times, 0)
  const broken: string[] = []
  if (ok !== 2 * texts) broken.push(`${2 * texts - ok} deliveries got no OK`)
  if (messages !== texts || copies.size !== texts) broken.push(`${messages} messages of ${texts} doubled texts`)
  return { figures: { 'texts to both': texts, 'these answered OK': ok, 'messages of these': messages }, broken }
}
