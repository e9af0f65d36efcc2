import { DeskLedger } from '../test/support/desk-ledger.ts'
import { LiveDesk } from '../test/support/live-desk.ts'
import { WebhookSender } from '../test/support/webhook-sender.ts'
import type { Fault, Trial, Verdict } from './fault.ts'
import { tryPairs } from './first-texts/pairs.ts'

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
    const deliver: Parameters<typeof tryPairs>[0]['deliver'] = (_door, request) => sender.deliver(request)
    return await tryPairs({ pairs, atOnce: PAIRS_AT_ONCE, deliver, ledger, say })
  } finally {
    sender.close()
    await desk.stop()
  }
}
