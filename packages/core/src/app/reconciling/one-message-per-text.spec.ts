import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FakeMessageArchive } from '../../../testing/fakes/fake-message-archive.ts'
import { ANA, TestDesk } from '../../../testing/test-desk.ts'
import { ReceiveText } from '../receiving/receive-text.ts'
import { FetchMissedTexts } from './fetch-missed-texts.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** What a webhook says of its text besides the words: enough to name it, or less. */
type Shape = 'named' | 'timed' | 'bare' | 'otherwise-named'
const SHAPES: readonly Shape[] = ['named', 'timed', 'bare', 'otherwise-named']

type Step =
  | { readonly does: 'send'; readonly body: string }
  | { readonly does: 'deliver'; readonly which: number }
  | { readonly does: 'wait'; readonly seconds: number }
  | { readonly does: 'fetch' }

interface SentText {
  readonly id: string
  readonly body: string
  readonly at: number
}

const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ does: fc.constant('send' as const), body: fc.constantFrom('Yes', 'No') }) },
    { weight: 4, arbitrary: fc.record({ does: fc.constant('deliver' as const), which: fc.nat(20) }) },
    {
      weight: 3,
      arbitrary: fc.record({ does: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 300 }) }),
    },
    { weight: 2, arbitrary: fc.constant({ does: 'fetch' as const }) },
  ),
  { minLength: 1, maxLength: 40 },
)

/** One customer, who repeats the same words, and webhooks that come early, late, twice or never. */
class Story {
  readonly #desk: TestDesk
  readonly #shape: Shape
  readonly #archive = new FakeMessageArchive({ pageSize: 3 })
  readonly #fetch: FetchMissedTexts
  readonly texts: SentText[] = []

  private constructor(desk: TestDesk, shape: Shape) {
    this.#desk = desk
    this.#shape = shape
    this.#fetch = new FetchMissedTexts({
      ...desk.deps,
      receiveText: new ReceiveText(desk.deps),
      archives: { messagebird: this.#archive },
    })
  }

  static async tell(shape: Shape, told: readonly Step[]): Promise<Story> {
    const story = new Story(await TestDesk.open(), shape)
    for (const step of told) await story.#take(step)
    story.#desk.clock.advance(3 * MINUTE)
    await story.#fetch.execute()
    return story
  }

  async stored(): Promise<string[]> {
    if (this.texts.length === 0) return []
    return (await this.#desk.messages()).flatMap(({ direction, body }) => (direction === 'in' ? [body] : [])).sort()
  }

  async #take(step: Step): Promise<void> {
    if (step.does === 'fetch') await this.#fetch.execute()
    if (step.does === 'wait') this.#desk.clock.advance(step.seconds * SECOND)
    if (step.does === 'send') this.#send(step.body)
    if (step.does === 'deliver') await this.#deliver(this.texts[step.which % Math.max(1, this.texts.length)])
  }

  /** Never the same words twice in a second. */
  #send(body: string): void {
    this.#desk.clock.advance(2 * SECOND)
    const text = { id: `text-${this.texts.length}`, body, at: this.#desk.clock.now() }
    this.texts.push(text)
    this.#archive.addReceived({ providerId: text.id, from: { kind: 'phone', value: ANA }, body, at: text.at })
  }

  async #deliver(text: SentText | undefined): Promise<void> {
    // What says nothing of its time and comes so late could be any text.
    if (!text || (this.#shape === 'bare' && this.#desk.clock.now() - text.at > 9 * MINUTE)) return
    const { id, body, at } = text
    const named = { providerId: id, sentAt: at }
    const facts = {
      named: { told: named, receiptKey: `id:${id}` },
      timed: { told: { ...named, providerId: null }, receiptKey: `content:${body}:${at}` },
      bare: { told: { providerId: null, sentAt: null }, receiptKey: `jti:${id}` },
      'otherwise-named': { told: { ...named, providerId: `x-${id}` }, receiptKey: `id:x-${id}` },
    }
    await this.#desk.receive(body, ANA, facts[this.#shape])
  }
}

describe('webhooks and fetches in any order', () => {
  it.each(SHAPES)('make one message of each text whose webhook is %s', async (shape) => {
    await fc.assert(
      fc.asyncProperty(steps, async (told) => {
        const story = await Story.tell(shape, told)
        expect(await story.stored()).toEqual(story.texts.map(({ body }) => body).sort())
      }),
      { numRuns: 150 },
    )
  })
})
