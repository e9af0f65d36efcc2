import { toUSVString } from 'node:util'
import Database from 'better-sqlite3'

/**
 * How a text reads once it is stored: as it was sent. The two things that no database keeps, NUL and half a character, show
 * as U+FFFD, so that the rest of the text is not lost over them.
 */
function asStored(text: string): string {
  return toUSVString(text).replaceAll('\0', '\ufffd')
}

/** The texts that came from these numbers and are not stored exactly once, exactly as they were sent. */
export function notStored(file: string, sent: ReadonlyMap<string, string>): string[] {
  const db = new Database(file, { readonly: true })
  try {
    const bodies = db.prepare<[string], string>(BODIES).pluck()
    return [...sent].flatMap(([from, text]) => {
      const [body, ...more] = bodies.all(from)
      return body === asStored(text) && more.length === 0 ? [] : [from]
    })
  } finally {
    db.close()
  }
}

const BODIES = `select m.body from contacts c join messages m on m.contact_id = c.id
  where c.address = ? and m.direction = 'in'`
