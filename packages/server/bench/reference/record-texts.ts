import { createHash, randomUUID } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { EnsureInboxes, ReceiveText } from '@textdesk/core'
import { openSqlitePersistence } from '../../src/persistence/sqlite/open-sqlite-persistence.ts'
import { SystemClock } from '../../src/system/system-clock.ts'
import { UuidIds } from '../../src/system/uuid-ids.ts'
import { TextMix } from '../load/text-mix.ts'
import { recordStatements, type Step } from './statement-recorder.ts'

const TOGETHER = 64
const DESK_NUMBER = '+12025550100'

/**
 * Takes in texts without HTTP. Answers what was executed for each of them; `before` is then a copy of the database as it
 * was when the first of them came.
 */
export async function recordTexts(ask: {
  file: string
  before: string
  known: number
  texts: number
}): Promise<Step[][]> {
  await receive(ask.file, new TextMix({ known: 0, next: 0 }), ask.known)
  copyFileSync(ask.file, ask.before)
  const recorder = recordStatements()
  await receive(ask.file, new TextMix({ known: ask.known, next: ask.known }), ask.texts)
  recorder.stop()
  // What else was committed meanwhile, such as steps of the search index, is not part of receiving a text.
  return recorder.units.filter((unit) => unit.some(({ sql }) => sql.includes('signature_ids')))
}

async function receive(file: string, mix: TextMix, count: number): Promise<void> {
  const persistence = await openSqlitePersistence({ file, warn: console.warn })
  const clock = new SystemClock()
  const ids = new UuidIds(clock)
  const { unitOfWork } = persistence
  await new EnsureInboxes({ unitOfWork, clock, ids }).execute({ number: DESK_NUMBER, provider: 'messagebird' })
  const receiveText = new ReceiveText({ unitOfWork, clock, ids })
  for (let done = 0; done < count; done += TOGETHER) {
    const texts = Array.from({ length: Math.min(TOGETHER, count - done) }, () => mix.take())
    await Promise.all(texts.map((text) => receiveText.execute(delivered(text, clock.now()))))
  }
  await persistence.close()
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
