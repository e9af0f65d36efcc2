import { setTimeout as sleep } from 'node:timers/promises'
import type { FakeMode } from '../../test/support/fake-message-bird-answers.ts'
import type { Trial, Verdict } from '../fault.ts'
import type { TroubledDesk } from '../support/troubled-desk.ts'
import { until } from '../support/until.ts'

/** What the fake asks for in its `Retry-After`, and what the desk does where nothing is asked for. */
const THROTTLES: readonly { answer: FakeMode; pauseMs: number }[] = [
  { answer: 'throttled-with-delay', pauseMs: 7_000 },
  { answer: 'throttled', pauseMs: 5_000 },
]
const QUIET_MS = 1_500

/** After a 429 the whole number rests for as long as it was told to, and then every text leaves once. */
export async function tryThrottling(desk: TroubledDesk, texts: number, say: Trial['say']): Promise<Verdict> {
  const figures: Record<string, number | string> = {}
  const broken: string[] = []
  for (const { answer, pauseMs } of THROTTLES) {
    say(answer)
    desk.provider.answerWith(answer)
    const rows = await desk.begin(texts)
    await until('the number rests', () => desk.ledger.pausedUntil() > desk.now())
    const pause = desk.ledger.pausedUntil() - desk.now()
    await until('no text was on its way', () => rows().every(({ state }) => state === 'queued'))
    desk.provider.answerWith('accept')
    const asked = desk.provider.requests
    await sleep(QUIET_MS)
    const during = desk.provider.requests - asked
    await desk.later(pauseMs)
    await until('every text was sent', () => rows().every(({ state }) => state === 'accepted'))
    const once = desk.taken(rows()).filter((times) => times === 1).length
    figures[`${answer}: the number rests, s`] = (pause / 1_000).toFixed(1)
    figures[`${answer}: sends while it rests`] = during
    figures[`${answer}: texts sent once afterwards`] = once
    if (pause > pauseMs || pause < pauseMs - 2_000) broken.push(`${answer}: the number rests for ${pause} ms`)
    if (during > 0 || once !== texts)
      broken.push(`${answer}: ${during} sends too early, ${texts - once} texts not sent`)
  }
  return { figures, broken }
}
