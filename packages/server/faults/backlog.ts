import { setTimeout as sleep } from 'node:timers/promises'
import { residentMemory } from '../bench/desk/resident-memory.ts'
import type { AcceptedText } from '../test/support/fake-message-bird.ts'
import { LiveDesk } from '../test/support/live-desk.ts'
import { queueTexts } from './backlog/queue-texts.ts'
import type { Fault, Trial, Verdict } from './fault.ts'

type Amounts = {
  readonly queued: number
  readonly textsPerSecond: number
  /** Of watching. */
  readonly seconds: number
  /** For the first text, from the start of the process; more where the machine may be busy with other tests. */
  readonly firstWithinSeconds: number
}

const TEXTS_PER_CONTACT = 5
/** Between the claim, which the pace is about, and the provider lies a way that is not always equally long. */
const WAY_MS = 250
/** How much of what the pace allows a busy machine should manage. */
const USED = 0.5
const MAX_MEMORY_MB = 400
const LOOK_EVERY_MS = 200

export const backlog: Fault<Amounts> = {
  name: 'backlog',
  promise: 'a restart with many texts queued sends the first within 5 s, keeps the pace, and the order of each contact',
  quick: { queued: 2_000, textsPerSecond: 50, seconds: 4, firstWithinSeconds: 30 },
  full: { queued: 100_000, textsPerSecond: 100, seconds: 60, firstWithinSeconds: 5 },
  run: tryBacklog,
}

async function tryBacklog({ amounts, folder, say }: Trial<Amounts>): Promise<Verdict> {
  const desk = await LiveDesk.start({ folder })
  try {
    await desk.server.kill()
    say(`queueing ${amounts.queued} texts`)
    const contacts = Math.ceil(amounts.queued / TEXTS_PER_CONTACT)
    queueTexts(desk.server.databaseFile, { ...amounts, texts: amounts.queued, contacts, phone })
    const began = performance.now()
    await desk.server.start()
    say(`watching for ${amounts.seconds} s`)
    const { memory, slowestAnswerMs } = await watch(desk, performance.now() + amounts.seconds * 1_000)
    const texts = [...desk.provider.texts]
    return judge({ ...amounts, began, texts, memory, slowestAnswerMs, contacts })
  } finally {
    await desk.stop()
  }
}

/** How much it holds and how late it answers meanwhile. */
async function watch(desk: LiveDesk, until: number): Promise<{ memory: number; slowestAnswerMs: number }> {
  let [memory, slowestAnswerMs] = [0, 0]
  while (performance.now() < until) {
    const asked = performance.now()
    await (await fetch(`${desk.server.url}/healthz`)).text()
    slowestAnswerMs = Math.max(slowestAnswerMs, performance.now() - asked)
    memory = Math.max(memory, residentMemory(desk.server.pid))
    await sleep(LOOK_EVERY_MS)
  }
  return { memory: Math.round(memory / 1_048_576), slowestAnswerMs: Math.round(slowestAnswerMs) }
}

interface Observed extends Amounts {
  readonly began: number
  readonly texts: readonly AcceptedText[]
  readonly memory: number
  readonly slowestAnswerMs: number
  readonly contacts: number
}

function judge(observed: Observed): Verdict {
  const { queued, began, texts, textsPerSecond, seconds, firstWithinSeconds, memory, slowestAnswerMs } = observed
  const firstMs = Math.round((texts[0]?.takenAt ?? Number.POSITIVE_INFINITY) - began)
  const over = mostOverPace(texts, textsPerSecond)
  const disordered = outOfOrder(observed)
  const due = Math.min(queued, USED * textsPerSecond * seconds)
  const broken: string[] = []
  if (!(firstMs <= firstWithinSeconds * 1_000)) broken.push(`the first text came ${firstMs} ms after the start`)
  if (over > 0) broken.push(`in some stretch of time ${over} texts more than the pace allows were taken`)
  if (disordered > 0) broken.push(`${disordered} texts were taken out of their contact's order, or twice`)
  if (texts.length < due) broken.push(`only ${texts.length} texts were taken: the pace was not used`)
  if (memory > MAX_MEMORY_MB) broken.push(`the desk held ${memory} MB`)
  const figures = {
    'texts queued': queued,
    'first text taken after (ms)': firstMs,
    'texts a second allowed': textsPerSecond,
    'taken while watched': texts.length,
    'most in any second': mostInOneSecond(texts),
    'out of order': disordered,
    'most memory (MB)': memory,
    'slowest /healthz (ms)': slowestAnswerMs,
  }
  return { figures, broken }
}

/** How many more were taken in the worst stretch of time than the rate and a second's burst allow. */
function mostOverPace(texts: readonly AcceptedText[], textsPerSecond: number): number {
  let [worst, earliest] = [0, Number.POSITIVE_INFINITY]
  for (const [place, { takenAt }] of texts.entries()) {
    const allowedSince = (textsPerSecond * takenAt) / 1_000
    earliest = Math.min(earliest, place - allowedSince)
    worst = Math.max(worst, place + 1 - allowedSince - earliest - textsPerSecond * (1 + WAY_MS / 1_000))
  }
  return Math.ceil(worst)
}

function mostInOneSecond(texts: readonly AcceptedText[]): number {
  let [first, most] = [0, 0]
  for (const [place, { takenAt }] of texts.entries()) {
    while (takenAt - (texts[first]?.takenAt ?? takenAt) >= 1_000) first += 1
    most = Math.max(most, place - first + 1)
  }
  return most
}

/** Every contact must have got exactly the first of their texts, in the order they were written. */
function outOfOrder({ texts, queued, contacts }: Observed): number {
  const expected = new Map<string, number[]>()
  for (let place = 0; place < queued; place += 1) {
    const recipient = phone(place % 100 === 99 ? 0 : place % contacts)
    expected.set(recipient, [...(expected.get(recipient) ?? []), place])
  }
  return texts.filter(({ recipient, body }) => body !== `Text ${expected.get(`+${recipient}`)?.shift()}`).length
}

function phone(contact: number): string {
  return `+1${202 + Math.floor(contact / 10_000)}555${String(contact % 10_000).padStart(4, '0')}`
}
