const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The characters as a reader sees them: a family emoji or a letter with a combining accent is one. */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
