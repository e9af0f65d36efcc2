import { type RawBuilder, sql } from 'kysely'
import { CONTACTS_LIMIT, digitsOf, lengthOf, TEXTS_LIMIT, wordsOf } from '../queries/search-words.ts'
import type { SearchTerms, TicketSearch } from '../queries/ticket-search.ts'

/** The index of names and numbers knows three characters in a row, no fewer. */
const TRIGRAM = 3
/** The full-text query that nothing answers. */
const NOTHING = '""'

/**
 * A ticket is found when one of its texts holds words that begin with all of those asked for, or when the contact's name and
 * number together hold them all anywhere.
 */
export class FtsTicketSearch implements TicketSearch {
  parse(search: string): SearchTerms | null {
    const words = wordsOf(search)
    const digits = digitsOf(search)
    if (words.length === 0) return null
    const long = words.filter((word) => lengthOf(word) >= TRIGRAM)
    const short = words.filter((word) => lengthOf(word) < TRIGRAM)
    return {
      texts: words.map((word) => `"${word}"${lengthOf(word) > 1 ? '*' : ''}`).join(' '),
      contacts: long.map((word) => `"${word}"`).join(' ') || NOTHING,
      number: digits === null ? NOTHING : `"${digits}"`,
      shortWords: JSON.stringify(short),
      isShort: long.length === 0 && /\p{L}/u.test(search) ? 1 : 0,
    }
  }

  condition(p: SearchTerms): RawBuilder<boolean> {
    return sql`tickets.number in (
      select messages.ticket_number from messages where messages.row in (
        select rowid from message_search where message_search match ${p.texts} order by rowid desc limit ${sql.lit(TEXTS_LIMIT)}
      )
      union all
      select found.number from tickets as found where found.contact_id in (${contactsBy(p)}) and found.status <> 'closed'
      union all
      select found.number from tickets as found where found.contact_id in (${contactsBy(p)}) and found.status = 'closed'
    )`
  }
}

/** Where all words are too short for the index, every name is read. */
function contactsBy(p: SearchTerms): RawBuilder<unknown> {
  return sql`
    select contacts.id from contacts where contacts.row in (
      select rowid from contact_search where contact_search match ${p.contacts} order by rowid desc limit ${sql.lit(CONTACTS_LIMIT)}
    ) and ${holdsShortWords(p)}
    union all
    select contacts.id from contacts where ${p.isShort} = 1 and contacts.name is not null and ${holdsShortWords(p)}
    union all
    select contacts.id from contacts where contacts.row in (
      select rowid from contact_search where contact_search match ${p.number} order by rowid desc limit ${sql.lit(CONTACTS_LIMIT)}
    )`
}

function holdsShortWords(p: SearchTerms): RawBuilder<boolean> {
  return sql`not exists (
    select 1 from json_each(${p.shortWords}) as word
    where instr(lower(coalesce(contacts.name, '') || ' ' || contacts.address), word.value) = 0
  )`
}
