import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOnlyThanks } from './thanks.ts'
import { fillerPhrases, heartPhrases } from './thanks-words.ts'

describe('nothing but thanks or a nod', () => {
  it.each([
    ...[
      'Thanks',
      'THANKS!!',
      'thank you so much :)',
      'thx 👍',
      'Thanks for your help, have a nice day',
      'ok',
      'k',
      'Got it, thanks again.',
    ],
    ...[
      'Cheers for letting me know',
      'Perfect, thank you',
      'okkkk thaaanks',
      'Thanks for that',
      'Great! All good.',
      "That's great, thank you",
    ],
    ...['👍', '👍🏽', '🙏🙏🙏', '❤️', '❤', ':-)', 'Ok 👌🏿!', '  ok\n', 'ＯＫ', 'ok…'],
    ...['Danke schön!', 'Dankeschön', 'Vielen Dank für Ihre Hilfe', 'Alles klar, danke dir', 'Super, passt. LG'],
    ...['ok merci', 'Merci beaucoup pour votre réponse, bonne journée', "C'est noté, merci", 'D’accord', 'Ça marche !'],
    ...['¡Muchas gracias!', 'Vale, gracias por todo', 'Está bien', 'Muy amable, saludos'],
    ...['Bedankt voor de snelle reactie', 'Oké, dank je wel!', 'Is goed hoor', 'Top, fijne dag nog'],
  ])('%j', (body) => expect(isOnlyThanks(body)).toBe(true))

  it.each([
    ...[
      'Thanks, but where is it?',
      'ok?',
      'ok ?',
      'OK？',
      '¿vale',
      'Thanks for nothing',
      'No thanks',
      'not ok',
      'thanks 2',
      'Order 4 thanks',
    ],
    ...[
      'yes',
      'no',
      'Yes thanks',
      'ja',
      'done',
      'thank',
      'so',
      'you too',
      'for your help',
      'bye',
      'xx',
      'hello',
      'very much',
    ],
    ...[
      '',
      ' ',
      '!!!',
      '…',
      '👎',
      '😡',
      '🤔',
      '👍👎',
      'thanks 😢',
      '‼️',
      '❓',
      'Danke, aber wo ist es',
      'Merci mais non',
      'ok stop',
      'spasibo',
    ],
    ...['thanks https://t.test/x', 'thanks\nand one more thing', 'ok '.repeat(60)],
  ])('is not what %j is', (body) => expect(isOnlyThanks(body)).toBe(false))
})

const said = fc.array(fc.constantFrom(...heartPhrases, ...fillerPhrases), { maxLength: 4 })
const heart = fc.constantFrom(...heartPhrases)
const mark = fc.constantFrom(' ', ', ', '! ', ' - ', '. ', '\n')
const thanks = fc
  .tuple(said, heart, said, mark)
  .map(([before, core, after, between]) => [...before, core, ...after].join(between))
  .filter((text) => text.length <= 160)

describe('the law of thanks', () => {
  it('holds for any of the phrases in any order, however they are marked and written', () => {
    fc.assert(
      fc.property(thanks, fc.constantFrom('', '.', '!!', ' 👍', ' 🙏🏽'), (text, end) => {
        expect(isOnlyThanks(text)).toBe(true)
        expect(isOnlyThanks(`${text.toUpperCase()}${end}`.slice(0, 160))).toBe(true)
      }),
    )
  })

  it('ends with the first question, number or word that is none of them', () => {
    const more = fc.constantFrom('?', ' 7', ' refund', ' but', ' 👎', ' 😡', ' not', ' ещё')
    fc.assert(
      fc.property(thanks, more, (text, end) => {
        expect(isOnlyThanks(text + end)).toBe(false)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typeof isOnlyThanks(text)).toBe('boolean')
      }),
    )
  })
})
