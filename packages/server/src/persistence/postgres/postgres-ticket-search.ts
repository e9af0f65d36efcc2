import { type RawBuilder, sql } from 'kysely'
import type { SearchTerms, TicketSearch } from '../queries/ticket-search.ts'

/** Who finds more than these should ask for more words; the newest are kept. */
const TEXTS_LIMIT = 2_000
const CONTACTS_LIMIT = 1_000
const WORDS_LIMIT = 12
const NOTHING = ''

/**
 * A ticket is found when one of its texts holds words that begin with all of those asked for, or when the contact's name and
 * number together hold them all anywhere. Only letters and digits reach the full-text query, quoted: nothing that is typed
 * can be an operator.
 */
export class PostgresTicketSearch implements TicketSearch {
  parse(search: string): SearchTerms | null {
    const words = (search.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, WORDS_LIMIT)
    if (words.length === 0) return null
    return {
      texts: words.map((word) => `'${word}'${[...word].length > 1 ? ':*' : ''}`).join(' & '),
      contacts: words.join(' '),
      number: typedNumber(search),
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

/** A number as people write it: "(020) 7946 0958" is found in +442079460958. */
function typedNumber(search: string): string {
  if (!/^[\s\d+().\-/]+$/.test(search)) return NOTHING
  const digits = search.replace(/\D/g, '').replace(/^0+/, '')
  return digits.length >= 3 ? digits : NOTHING
}
