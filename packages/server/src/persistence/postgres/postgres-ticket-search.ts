import { type RawBuilder, sql } from 'kysely'
import { CONTACTS_LIMIT, digitsOf, lengthOf, TEXTS_LIMIT, wordsOf } from '../queries/search-words.ts'
import type { SearchTerms, TicketSearch } from '../queries/ticket-search.ts'

/**
 * A ticket is found when one of its texts holds words that begin with all of those asked for, or when the contact's name and
 * number together hold them all anywhere.
 */
export class PostgresTicketSearch implements TicketSearch {
  parse(search: string): SearchTerms | null {
    const words = wordsOf(search)
    if (words.length === 0) return null
    return {
      texts: words.map((word) => `'${word}'${lengthOf(word) > 1 ? ':*' : ''}`).join(' & '),
      contacts: words.join(' '),
      number: digitsOf(search) ?? '',
      shortWords: '',
      isShort: 0,
    }
  }

  condition(p: SearchTerms): RawBuilder<boolean> {
    return sql`tickets.number in (
      select found.ticket_number from (
        select messages.ticket_number from messages
        where messages.kind <> 'auto'
          and textdesk_words(messages.body) @@ to_tsquery('simple', textdesk_fold(${p.texts}))
        order by messages.row desc limit ${sql.lit(TEXTS_LIMIT)}
      ) as found
      union all
      select theirs.number from tickets as theirs where theirs.contact_id in (${contactsBy(p)})
    )`
  }
}

function contactsBy(p: SearchTerms): RawBuilder<unknown> {
  const held = sql`textdesk_fold(coalesce(contacts.name, '') || ' ' || contacts.address)`
  return sql`(
    select contacts.id from contacts
    where ${held} like all (
      select '%' || word || '%' from regexp_split_to_table(textdesk_fold(${p.contacts}), ' ') as word
    )
    order by contacts.row desc limit ${sql.lit(CONTACTS_LIMIT)}
  )
  union all
  (
    select contacts.id from contacts where ${p.number} <> '' and ${held} like '%' || ${p.number} || '%'
    order by contacts.row desc limit ${sql.lit(CONTACTS_LIMIT)}
  )`
}
