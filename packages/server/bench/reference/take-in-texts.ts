import { createHash, randomUUID } from 'node:crypto'
import { EnsureInboxes, ReceiveText } from '@textdesk/core'
import type { Persistence } from '../../src/persistence/persistence.ts'
import { SystemClock } from '../../src/system/system-clock.ts'
import { UuidIds } from '../../src/system/uuid-ids.ts'
import { DESK_NUMBER } from '../../test/support/live-settings.ts'
import type { TextMix } from '../load/text-mix.ts'

const TOGETHER = 64

/** Takes in texts without HTTP. */
export async function takeInTexts({ unitOfWork }: Persistence, mix: TextMix, count: number): Promise<void> {
  const clock = new SystemClock()
  const ids = new UuidIds(clock)
  await new EnsureInboxes({ unitOfWork, clock, ids }).execute({ number: DESK_NUMBER, provider: 'messagebird' })
  const receiveText = new ReceiveText({ unitOfWork, clock, ids })
  for (let done = 0; done < count; done += TOGETHER) {
    const texts = Array.from({ length: Math.min(TOGETHER, count - done) }, () => mix.take())
    await Promise.all(texts.map((text) => receiveText.execute(delivered(text, clock.now()))))
  }
}

function delivered({ from, body }: { from: string; body: string }, now: number) {
  return {
    provider: 'messagebird',
    from: { kind: 'phone', value: from },
    to: DESK_NUMBER,
    body,
    receiptKey: createHash('sha256').update(randomUUID()).digest('hex'),
    signature: { jti: randomUUID(), expiresAt: now + 60_000 },
  } as const
}
