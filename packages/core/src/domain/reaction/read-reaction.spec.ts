import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isQuoteOf, readReaction } from './read-reaction.ts'
import { WORDINGS } from './wordings/index.ts'

const OURS = 'Your order is on its way. It will be there on Monday.'

function readAs(body: string, ours = OURS) {
  const reading = readReaction(body)
  if (reading === null || !isQuoteOf(reading, ours)) return null
  return `${reading.removes ? '-' : '+'}${reading.emoji}`
}

describe('a reaction as phones word it', () => {
  it.each([
    [`Liked “${OURS}”`, '+👍'],
    [`Liked "${OURS}"`, '+👍'],
    [`liked '${OURS}'`, '+👍'],
    [`Loved «\u00A0${OURS}\u00A0»`, '+❤️'],
    [`Disliked “${OURS}”`, '+👎'],
    [`LAUGHED AT “${OURS}”\n`, '+😂'],
    [`Emphasized “${OURS}”`, '+‼️'],
    [`Emphasised “${OURS}”`, '+‼️'],
    [`Questioned “${OURS}”`, '+❓'],
    [`Removed a like from “${OURS}”`, '-👍'],
    [`Removed a heart from “${OURS}”`, '-❤️'],
    [`Removed an exclamation from “${OURS}”`, '-‼️'],
    [`Removed a question mark from “${OURS}”`, '-❓'],
    [`Reacted 🎉 to “${OURS}”`, '+🎉'],
    [`Reacted 👍🏽 to “${OURS}”`, '+👍🏽'],
    [`Reacted ❤️‍🔥 to “${OURS}”`, '+❤️‍🔥'],
    [`Removed 🎉 from “${OURS}”`, '-🎉'],
    [`👍 to “${OURS}”`, '+👍'],
    [`\u200A\u200B👍\u200B to “\u200A${OURS}\u200A”\u200A`, '+👍'],
    [`\u200ARemoved \u200C👍\u200C from “\u200A${OURS}\u200A”\u200A`, '-👍'],
    [`Liked “Your order is on its way. It will…”`, '+👍'],
    [`Liked “Your order is on its way. It will...”`, '+👍'],
    [`Liked “Your order is on its way. It will…`, '+👍'],
    [`Gefällt: „${OURS}“`, '+👍'],
    [`„${OURS}“ ein Herz hinzugefügt`, '+❤️'],
    [`„Gefällt mir“ von „${OURS}“ entfernt`, '-👍'],
    [`Hat mit 🎉 auf „${OURS}“ reagiert`, '+🎉'],
    [`🎉 aus „${OURS}“ entfernt`, '-🎉'],
    [`A aimé « ${OURS} »`, '+👍'],
    [`N’a pas aimé « ${OURS} »`, '+👎'],
    [`a attribué la mention « Adore » à « ${OURS} »`, '+❤️'],
    [`A retiré la mention « J’aime » de « ${OURS} »`, '-👍'],
    [`A réagi 😂 à « Your order is on its... »`, '+😂'],
    [`A retiré la réaction 😂 à « Your order is on its... »`, '-😂'],
    [`A supprimé un cœur depuis “${OURS}”`, '-❤️'],
    [`Le gustó “${OURS}”`, '+👍'],
    [`Le encantó “${OURS}”`, '+❤️'],
    [`Le dio risa “${OURS}”`, '+😂'],
    [`Reaccionó con 🔥 a “${OURS}”`, '+🔥'],
    [`Quitó un me gusta de “${OURS}”`, '-👍'],
    [`Vond “${OURS}” leuk`, '+👍'],
    [`Lachte om “${OURS}”`, '+😂'],
    [`Reageerde met 🔥 op “${OURS}”`, '+🔥'],
  ])('%j', (body, mark) => expect(readAs(body)).toBe(mark))

  it.each([
    'Liked an image',
    'Loved a movie',
    'Liked “another text of mine”',
    `I liked “${OURS}”`,
    `Liked “${OURS}” and want another`,
    `Liked ${OURS}`,
    'Liked “”',
    'Liked “…”',
    `Reacted well to “${OURS}”`,
    `Reacted 7 to “${OURS}”`,
    `a to “${OURS}”`,
    `“${OURS}”`,
    OURS,
    'Liked “Your order is on its way”',
    `Liked “${'x'.repeat(5_000)}”`,
    '',
  ])('%.60j is none', (body) => expect(readAs(body)).toBeNull())

  it('is of a text that quotes something itself, has lines, other quotes and dashes', () => {
    expect(readAs('Liked “He said “yes” twice”', 'He said "yes" twice')).toBe('+👍')
    expect(readAs("Liked “It's ready - come\nby…”", 'It’s ready – come  by today')).toBe('+👍')
    expect(readAs('Liked “To be continued…”', 'To be continued…')).toBe('+👍')
  })
})

/** Most texts have something that stands before a quote, and quotes. */
const text = fc
  .string({ unit: fc.constantFrom(...'abcXYZ 0.,!?-"\'“”«»…é👍\n'), minLength: 1, maxLength: 80 })
  .filter((body) => /[a-z]/i.test(body))
const open = fc.constantFrom(['“', '”'], ['"', '"'], ['„', '“'], ['« ', ' »'])

describe('the law of reactions', () => {
  it('every wording is read, whatever of ours it quotes and however', () => {
    const wordings = WORDINGS.flatMap(({ gives, takes, givesAny, takesAny }) => [
      ...[gives, takes].flatMap((known) => Object.values(known).flat()),
      ...[...givesAny, ...takesAny].map((wording) => wording.replace('{e}', '🎉')),
    ])
    fc.assert(
      fc.property(fc.constantFrom(...wordings), text, open, (wording, ours, [left, right]) => {
        const reading = readReaction(wording.replace('{q}', () => `${left}${ours}${right}`))
        expect(reading && isQuoteOf(reading, ours)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('never throws, and takes no time over a hostile text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (body) => {
        readReaction(body)
      }),
    )
    for (const part of ['"', "'", '“”', '👍 to ', ' "a" ', '... '])
      expect(readReaction(part.repeat(1_000))?.quote).not.toBe('')
  })
})
