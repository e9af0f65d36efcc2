/**
 * Marks that people leave out when they type: accents of Latin, Greek and Cyrillic, the points of Hebrew and Arabic, the dots
 * below of Indic letters. Marks that make another letter stay: vowels and tones of Thai or Devanagari, voiced kana.
 */
const OPTIONAL_MARK =
  /(?![\u3099\u309a])(?=[\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}])\p{M}|[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc]/gu
/** Nobody sees them, or they only stretch or tint what is beside them. */
const UNSEEN = /[\p{Cf}\p{Emoji_Modifier}\u0640\u00b7]/gu
const DIGIT = /\p{Nd}/gu
const KATAKANA = /[\u30a1-\u30f6\u30fd\u30fe]/g
const TO_HIRAGANA = 0x60

/** Letters that Unicode does not take apart, beside how they are typed where a keyboard lacks them. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...pairs('đd ðd łl øo ħh ŧt ŋn ɖd ɗd ɓb ƒf ƙk ƴy ɨi ʉu ɛe ɔo əe ĸk'),
  ...(['æ ae', 'œ oe', 'þ th'].map((pair) => pair.split(' ')) as [string, string][]),
  ...pairs('ґг ғг қк ңн үу ұу өо әа һх'),
  ...pairs('ىي یي ېي ےي کك ڪك ةه ەه ہه ھه ۃه ںن ٱا'),
  ...pairs('ँं ঁং'),
])
const LETTER = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'gu')

/**
 * One character as a reader sees it, with its marks, in the form in which search compares: what differs only in width, case,
 * accents or the script of a digit is the same. Empty where nothing is left to compare.
 */
export function foldSign(sign: string): string {
  const bare = sign.normalize('NFKD').replace(OPTIONAL_MARK, '').replace(UNSEEN, '').normalize('NFC')
  // To upper case and back is how ß becomes ss, and the final sigma any other.
  return bare
    .toUpperCase()
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS.get(letter) ?? letter)
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - TO_HIRAGANA))
    .replace(DIGIT, asciiDigit)
}

function pairs(list: string): [string, string][] {
  return list.split(' ').map((pair) => [...pair] as [string, string])
}

/** Each script's ten digits stand in a row, from nought; beside them may stand another ten. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0
  let nought = point
  while (/\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought -= 1
  return String((point - nought) % 10)
}
