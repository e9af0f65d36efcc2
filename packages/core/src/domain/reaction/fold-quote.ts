const DOUBLE_QUOTES = /[“”„‟«»〝〞＂]/g
const SINGLE_QUOTES = /[‘’‚‛ʼ‹›＇`´]/g
/** Google's Messages hides them in a reaction. The joiner between emoji is none of them. */
const INVISIBLE = /[\u200B\u200C\u200E\u200F\u2060\u2066-\u2069\u202A-\u202E\uFEFF\u00AD]/g

/** A text in the form in which a quote of it is the same: phones and carriers put other quotes, dots, blanks and dashes. */
export function foldQuote(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replaceAll('…', '...')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
