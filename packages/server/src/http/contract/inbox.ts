import { Type } from 'typebox'
import { Body, Moment, Nullable } from './common.ts'

/** Why a webhook was not taken, as a code such as "wrong-key", and what cures it, as a sentence. */
export const Refusal = Type.Object({ at: Moment, reason: Type.String(), cure: Type.String() })
export type Refusal = Type.Static<typeof Refusal>

const Words = Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 50 })
/** What a text has to be, and nothing else, to end the texts, to start them again, or to be answered with help. */
export const OptOutWords = Type.Object({ out: Words, in: Words, help: Words }, { additionalProperties: false })

const Language = Type.Union([
  Type.Literal('en'),
  Type.Literal('de'),
  Type.Literal('fr'),
  Type.Literal('es'),
  Type.Literal('nl'),
])
const ConsentText = Nullable(Type.String({ maxLength: 1600 }))
/** What is answered to STOP, START and HELP; null for the default in the inbox's language. */
export const ConsentTexts = Type.Object(
  { out: ConsentText, in: ConsentText, help: ConsentText },
  { additionalProperties: false },
)

export const Inbox = Type.Object({
  id: Type.String(),
  name: Type.String(),
  number: Nullable(Type.String()),
  provider: Type.Union([Type.Literal('messagebird'), Type.Literal('simulated')]),
  isDefault: Type.Boolean(),
  confirmationTemplate: Type.String(),
  reopenHours: Type.Number(),
  /** Whether a text that is nothing but thanks or a nod leaves its closed ticket closed. */
  thanksStayClosed: Type.Boolean(),
  optOutWords: OptOutWords,
  /** Whether the desk itself answers STOP, START and HELP. */
  answersKeywords: Type.Boolean(),
  /** Of the answers that the owner did not write. */
  language: Language,
  /** Who answers, as customers know them: {{company}}. The inbox's name where it is null. */
  company: Nullable(Type.String()),
  /** How customers reach a person otherwise: {{contact}}. */
  helpContact: Nullable(Type.String()),
  consentTexts: ConsentTexts,
  automaticTextsPerHour: Type.Integer(),
  /** At most so many leave; more wait their turn. */
  textsPerSecond: Type.Integer(),
  webhookUrl: Type.String(),
  lastTextAt: Nullable(Moment),
  /** Of any webhook: a refused one names no inbox we could trust. */
  lastRefusal: Nullable(Refusal),
  refusedCount: Type.Integer(),
})
export type Inbox = Type.Static<typeof Inbox>

export const InboxList = Type.Object({ items: Type.Array(Inbox) })
export type InboxList = Type.Static<typeof InboxList>

export const ChangeInboxBody = Body({
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  confirmationTemplate: Type.Optional(Type.String({ maxLength: 1600 })),
  reopenHours: Type.Optional(Type.Number({ minimum: 0, maximum: 8760 })),
  thanksStayClosed: Type.Optional(Type.Boolean()),
  optOutWords: Type.Optional(OptOutWords),
  answersKeywords: Type.Optional(Type.Boolean()),
  language: Type.Optional(Language),
  company: Type.Optional(Nullable(Type.String({ maxLength: 60 }))),
  helpContact: Type.Optional(Nullable(Type.String({ maxLength: 80 }))),
  consentTexts: Type.Optional(ConsentTexts),
  automaticTextsPerHour: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  textsPerSecond: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})
