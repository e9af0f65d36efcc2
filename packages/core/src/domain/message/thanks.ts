import { fillerPhrases, heartPhrases } from './thanks-words.ts'

/** What is longer says more than thanks. */
const MAX_LENGTH = 160
/** Who asks or tells something wants something. Full-width ones are folded before. */
const ASKS = /[?¿؟‽\p{N}]/u
const EMOTICONS = /(?:^|\s)(?:[:;=]-?[)d]|<3|\^\^)(?=\s|$|[.!,])/g
const NODS =
  /[👍👌🙏❤♥🧡💛💚💙💜🤎🖤🤍💕💖💗💓💞💘😊🙂😀😃😄😁☺🤗🥰😍😘😎😉😇🤩🥳👏🙌🤝💪✌🤙👊🫶🫡✅✔☑💯🎉🌹💐🌟⭐✨🆗]/gu
/** Skin, the joiner of compounds, and how a sign is to be drawn. */
const DRAWING = /\p{Emoji_Modifier}|\uFE0E|\uFE0F|\u200D/gu
const MARKS = /[.,!¡;:·~*_()&"“”„«»\u2010-\u2015-]/g
const NOD_WORD = 'ok'

const hearts = new Set(heartPhrases)
const fillers = new Set(fillerPhrases)
const MAX_WORDS = Math.max(...[...hearts, ...fillers].map((phrase) => phrase.split(' ').length))

/** Whether a text is nothing but thanks or a nod: nobody has to do anything about it. */
export function isOnlyThanks(body: string): boolean {
  const text = body.normalize('NFKC').toLowerCase().trim()
  if (text.length > MAX_LENGTH || ASKS.test(text)) return false
  return isThanks(wordsOf(text))
}

/** As it is said aloud; a smile or a thumb is said as a nod. */
function wordsOf(text: string): string[] {
  return text
    .replace(EMOTICONS, ` ${NOD_WORD} `)
    .replace(DRAWING, '')
    .replace(NODS, ` ${NOD_WORD} `)
    .normalize('NFD')
    .replace(/[\p{M}'’‘ʼ]/gu, '')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(MARKS, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** Whether phrases of ours cover all the words, at least one of them thanks or a nod. */
function isThanks(words: readonly string[]): boolean {
  const reached: Array<'fillers' | 'thanks' | undefined> = ['fillers']
  for (const start of words.keys()) {
    const before = reached[start]
    if (before === undefined) continue
    for (let end = start + 1; end <= Math.min(words.length, start + MAX_WORDS); end += 1) {
      const phrase = words.slice(start, end).join(' ')
      if (hearts.has(phrase)) reached[end] = 'thanks'
      else if (fillers.has(phrase)) reached[end] = reached[end] === 'thanks' ? 'thanks' : before
    }
  }
  return reached[words.length] === 'thanks'
}
