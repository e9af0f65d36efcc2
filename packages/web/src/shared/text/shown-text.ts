import { EMPTY_TEXT, showsAnything } from '@textdesk/core/text'

/** A text as it is read out: one that shows nothing says so. */
export function shownText(body: string): string {
  return showsAnything(body) ? body.trim() : EMPTY_TEXT
}
