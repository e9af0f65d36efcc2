import { type RawBuilder, sql } from 'kysely'
import { CONTACTS_LIMIT, digitsOf, lengthOf, TEXTS_LIMIT, wordsOf } from '../queries/search-words.ts'
import type { SearchTerms, TicketSearch } from '../queries/ticket-search.ts'
import { placeOf } from './message-places.ts'

/** The index of names and numbers knows three characters in a row, no fewer. */
const TRIGRAM = 3
/** So many of the newest places are looked into one by one: who has found enough there reads no further. */
const PLACES = [0, 1, 2, 3] as const

/**
 * A ticket is found when one of its texts holds words that begin with all of those asked for, or when the contact's name and
 * number together hold them all anywhere.
 *
 * What is found is gathered first, as an array: PostgreSQL cannot tell how many texts hold a word, and would walk all tickets
 * or all texts in search of one that hardly any holds.
 */
export class PostgresTicketSearch implements TicketSearch {
  parse(search: string): SearchTerms | null {
    const words = wordsOf(search)
    if (words.length === 0) return null
    const longestFirst = words.toSorted((a, b) => lengthOf(b) - lengthOf(a))
    const areShort = lengthOf(longestFirst[0] ?? '') < TRIGRAM
    const ofContacts = !areShort || /\p{L}/u.test(search)
    return {
      texts: words.map((word) => `'${word}'${lengthOf(word) > 1 ? ':*' : ''}`).join(' & '),
      contacts: ofContacts ? longestFirst.join(' ') : '',
      number: digitsOf(search) ?? '',
      shortWords: '',
      isShort: areShort ? 1 : 0,
    }
  }

  condition(p: SearchTerms): RawBuilder<boolean> {
    return sql`tickets.number = any (array(
      ${textsBy(p)}
      union all
      select theirs.number from tickets as theirs where theirs.contact_id = any (array(${contactsBy(p)}))
    ))`
  }
}

/** The newest: place by place as long as that is worth it, then all that is older at once. */
function textsBy(p: SearchTerms): RawBuilder<unknown> {
  const held = sql`messages.kind <> 'auto'
    and textdesk_words(messages.body) @@ to_tsquery('simple', textdesk_fold(${p.texts}))`
  const limit = sql.lit(TEXTS_LIMIT)
  const place = placeOf(sql.ref('messages.row'))
  // Sums, so that no index of rows is walked instead of the one of words.
  return sql`(
    select found.ticket_number from (select ${placeOf(sql`max(messages.row)`)} as place from messages) as newest
    cross join lateral (
      select recent.ticket_number from (values ${sql.join(PLACES.map((back) => sql`(${sql.lit(back)})`))}) as back(places)
      cross join lateral (
        select messages.ticket_number from messages where ${place} = newest.place - back.places and ${held}
        order by messages.row desc limit ${limit}
      ) as recent
      union all
      (
        select messages.ticket_number from messages where ${place} + 0 <= newest.place - ${sql.lit(PLACES.length)} and ${held}
        order by messages.row + 0 desc limit ${limit}
      )
    ) as found
    limit ${limit}
  )`
}

/** Where all words are too short for the index, every name is read. */
function contactsBy(p: SearchTerms): RawBuilder<unknown> {
  const held = sql`textdesk_fold(coalesce(contacts.name, '') || ' ' || contacts.address)`
  const words = sql`textdesk_fold(${p.contacts})`
  const holdsAll = sql`${held} like all (select '%' || word || '%' from regexp_split_to_table(${words}, ' ') as word)`
  const newest = (condition: RawBuilder<unknown>) => sql`(
    select contacts.id from contacts where ${condition}
    order by contacts.row desc limit ${sql.lit(CONTACTS_LIMIT)}
  )`
  // The index answers for one pattern: the longest, whose holders are then asked for the others.
  const byIndex = sql`${p.isShort} = 0 and ${held} like '%' || split_part(${words}, ' ', 1) || '%' and ${holdsAll}`
  const byName = sql`${p.isShort} = 1 and ${p.contacts} <> '' and contacts.name is not null and ${holdsAll}`
  const byNumber = sql`${p.number} <> '' and ${held} like '%' || ${p.number} || '%'`
  return sql`${newest(byIndex)} union all ${newest(byName)} union all ${newest(byNumber)}`
}
