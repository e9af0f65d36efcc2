import { DeskLedger } from '../test/support/desk-ledger.ts'
import { DESK_NUMBER, LiveDesk } from '../test/support/live-desk.ts'
import { textRequest } from '../test/support/message-bird-requests.ts'
import { WebhookSender } from '../test/support/webhook-sender.ts'
import type { Fault, Trial, Verdict } from './fault.ts'

const PAIRS_AT_ONCE = 250

export const firstTexts: Fault<{ pairs: number }> = {
  name: 'first-texts',
  promise: 'two first texts of one number at the same moment make one ticket',
  quick: { pairs: 250 },
  full: { pairs: 5_000 },
  run: tryFirstTexts,
}

async function tryFirstTexts({ amounts: { pairs }, folder, say }: Trial<{ pairs: number }>): Promise<Verdict> {
  const desk = await LiveDesk.start({ folder })
  const sender = new WebhookSender({ url: desk.server.url, webhooks: desk.webhooks, connections: 2 * PAIRS_AT_ONCE })
  const ledger = new DeskLedger(desk.server.databaseFile)
  ledger.liftBudgets()
  try {
    let ok = 0
    for (let first = 0; first < pairs; first += PAIRS_AT_ONCE) {
      say(`${first} of ${pairs} pairs`)
      const texts = Array.from({ length: Math.min(PAIRS_AT_ONCE, pairs - first) }, (_, n) => pairOf(first + n)).flat()
      const answers = await Promise.all(texts.map((request) => sender.deliver(request)))
      ok += answers.filter(({ status, body }) => status === 200 && body === 'OK').length
    }
    return judge(pairs, ok, ledger)
  } finally {
    sender.close()
    await desk.stop()
  }
}

function pairOf(index: number) {
  const from = `+1${202 + Math.floor(index / 10_000)}555${String(index % 10_000).padStart(4, '0')}`
  return ['a', 'b'].map((which) => textRequest({ from, to: DESK_NUMBER, body: `Pair ${index} ${which}` }))
}

function judge(pairs: number, ok: number, ledger: DeskLedger): Verdict {
  const { copies, tickets, contacts } = ledger.read('Pair ')
  const once = [...copies.values()].filter((times) => times === 1).length
  const broken: string[] = []
  if (ok !== 2 * pairs) broken.push(`${2 * pairs - ok} texts got no OK`)
  if (once !== 2 * pairs) broken.push(`${once} of ${2 * pairs} texts are stored exactly once`)
  if (tickets !== pairs) broken.push(`${tickets} open tickets of ${pairs} numbers`)
  return { figures: { pairs, 'answered OK': ok, 'texts stored once': once, tickets, contacts }, broken }
}
