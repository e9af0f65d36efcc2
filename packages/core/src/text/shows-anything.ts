/**
 * Besides spaces and controls: what Unicode says a font without a picture for it must not show (joiners, direction marks,
 * soft hyphen, Hangul fillers, variation selectors, tags), and the few characters whose picture is blank: braille without a
 * dot, a note without a head, filler of Khitan, marks around annotations and in hieroglyphs. Each shows nothing alone.
 */
const SHOWN = /[^\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB\u{13430}-\u{1343F}\u{16FE4}\u{1D159}]/u

/** Whether a reader sees anything of the text: one rule for what may be sent, what may be a name, and what counts as empty. */
export function showsAnything(text: string): boolean {
  return SHOWN.test(text)
}
