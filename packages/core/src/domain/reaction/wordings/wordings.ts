/**
 * What phones write where they cannot send a reaction itself, in lower case; `{q}` is our text in quotes, `{e}` any emoji.
 *
 * From what SMS apps and bridges that turn such texts back into reactions have seen in the field: QUIK SMS (its emoji tables
 * for en, de, fr, es, made by its users), the bridge matrisms and PearMsg (fr), filters of exported chats (es), and the six
 * names in Apple's Messages (en). For nl there is no public list: it follows Apple's Dutch names of the six. As a text must
 * quote one of ours as well, a wording too many does no harm; one that is missing leaves the text a text.
 */
export interface Wordings {
  readonly gives: Readonly<Record<Known, readonly string[]>>
  readonly takes: Readonly<Record<Known, readonly string[]>>
  readonly givesAny: readonly string[]
  readonly takesAny: readonly string[]
}

type Known = 'like' | 'love' | 'dislike' | 'laugh' | 'emphasis' | 'question'

export const KNOWN_EMOJI: Readonly<Record<Known, string>> = {
  like: '👍',
  love: '❤️',
  dislike: '👎',
  laugh: '😂',
  emphasis: '‼️',
  question: '❓',
}
