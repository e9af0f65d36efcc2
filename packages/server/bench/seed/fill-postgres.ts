import type { Client } from 'pg'
import { withClient } from '../../test/support/with-client.ts'
import { BODIES } from '../load/text-mix.ts'
import { PER_TICKET } from './message-places.ts'

/** Words that stand in so many texts of a filled desk, or in as many as a small one has room for. */
export const RARE_WORDS = [
  { word: 'umbrella', hits: 100 },
  { word: 'parcel', hits: 1_000 },
] as const
/** It stands in one of five. */
export const COMMON_WORD = 'order'
const MOST_OFTEN = 10
const SPACING_MS = 60
const YEAR_MS = 31_536_000_000

/**
 * Fills a desk that was just set up, past the desk, with five messages a ticket. One ticket in ten waits, two in ten are
 * answered and open, the others are closed; two tickets share a contact. Every text holds a code that hardly any other has.
 */
export function fillPostgres(url: string, tickets: number): Promise<void> {
  return withClient(url, async (client) => {
    const indexes = await dropIndexes(client)
    // Keys to other tables are right by how the rows are made; to look each of them up takes longer than all the rest.
    await client.query('set session_replication_role = replica')
    const place = { tickets, start: Date.now() - YEAR_MS }
    for (const statement of [contacts(place), ticketRows(place), messages(place), ...WORDS, SEQUENCES])
      await client.query(statement)
    await client.query("set maintenance_work_mem = '1GB'")
    for (const definition of indexes) await client.query(definition)
    // As autovacuum does by itself after so many changes.
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
  })
}

interface Filling {
  readonly tickets: number
  /** When the first message came. */
  readonly start: number
}

/** Those that are no constraint's; made again afterwards in a tenth of the time. */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid in ('contacts'::regclass, 'tickets'::regclass, 'messages'::regclass,
      'message_search_words'::regclass, 'contact_search_words'::regclass)
      and not exists (select 1 from pg_constraint where conindid = indexrelid)`)
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

function contacts({ tickets, start }: Filling): string {
  return `insert into contacts (id, address, kind, created_at)
    select ${idOf('c', 'i')}, '+999' || lpad(i::text, 9, '0'), 'phone', ${start}
    from generate_series(0, ${Math.ceil(tickets / 2)}) as i`
}

/** Even ones alone may be open: a contact has one such ticket in an inbox. */
function ticketRows({ tickets, start }: Filling): string {
  return `insert into tickets (
      number, inbox_id, contact_id, status, origin, waiting_since, last_seq, last_inbound_seq,
      last_direction, last_kind, last_preview, last_at, created_at, updated_at, closed_at
    )
    select n, inbox.id, ${idOf('c', 'n / 2')}, case when n % 10 in (0, 2, 4) then 'open' else 'closed' end, 'text',
      case when n % 10 = 0 then at end, ${PER_TICKET}, ${PER_TICKET},
      case when n % 10 = 0 then 'in' else 'out' end, 'sms', 'Thanks, that helps a lot.', at, at, at,
      case when n % 10 not in (0, 2, 4) then at end
    from (select id from inboxes limit 1) as inbox,
      (select n, ${start} + n::bigint * ${PER_TICKET * SPACING_MS} as at from generate_series(1, ${tickets}) as n) as made`
}

/** Text, confirmation, text, reply, and again a text or a reply. */
function messages({ tickets, start }: Filling): string {
  const count = tickets * PER_TICKET
  return `insert into messages (
      id, ticket_number, inbox_id, contact_id, seq, direction, kind, body, author_id, at, purpose,
      delivery_state, attempts, provider_message_id, segments, first_queued_at
    )
    select made.id, number, inbox.id, ${idOf('c', 'number / 2')}, seq, case when is_in then 'in' else 'out' end,
      case when seq = 2 then 'auto' else 'sms' end, ${bodyOf(count)},
      case when not is_in and seq <> 2 then agent.id end, at, case when seq = 2 then 'confirmation' end,
      case when not is_in then 'delivered' end, case when not is_in then 1 end,
      case when not is_in then 'provider-' || made.id end, case when not is_in then 1 end, case when not is_in then at end
    from (select id from inboxes limit 1) as inbox, (select id from agents limit 1) as agent, (
      select i, number, seq, ${idOf('d', 'i')} as id, ${start} + i * ${SPACING_MS} as at,
        seq in (1, 3) or (seq = 5 and number % 10 = 0) as is_in
      from (
        select i, i / ${PER_TICKET} + 1 as number, i % ${PER_TICKET} + 1 as seq
        from generate_series(0::bigint, ${count - 1}) as i
      ) as placed
    ) as made`
}

/** How many of so many messages hold a word that stands in `hits` where there is room. */
export function hitsOf(hits: number, messageCount: number): number {
  return Math.ceil(messageCount / spacing(hits, messageCount))
}

function spacing(hits: number, messageCount: number): number {
  return Math.max(MOST_OFTEN, Math.ceil(messageCount / hits / MOST_OFTEN) * MOST_OFTEN)
}

function bodyOf(messageCount: number): string {
  const sentences = BODIES.map((body) => `'${body}'`).join(', ')
  const rare = RARE_WORDS.map(({ word, hits }, place) => {
    const every = spacing(hits, messageCount)
    // The second message of each ticket is the desk's own, in which nobody searches.
    return `case when i % ${every} = ${2 * place} then ' ${word}' else '' end`
  })
  const sentence = `(array[${sentences}])[1 + (hashint8(i)::bigint + 2147483648) % ${BODIES.length}]`
  return [sentence, "' '", 'upper(substr(md5(i::text), 1, 6))', ...rare].join(' || ')
}

/** In the form of the desk's own ids, in the order they are made. */
function idOf(kind: 'c' | 'd', index: string): string {
  return `'${kind}0000000-0000-7000-8000-' || lpad(to_hex(${index}), 12, '0')`
}

/** What the desk would make of such texts and numbers. */
const WORDS = [
  `insert into message_search_words(row, words)
    select row, to_tsvector('simple', regexp_replace(lower(body), '[^a-z0-9]+', ' ', 'g')) from messages where kind <> 'auto'`,
  `insert into contact_search_words(row, words) select row, (
      select string_agg(format('''＃%s'':%s', substr(address, 2 + n), n + 1), ' ') from generate_series(0, 9) as n
    )::tsvector from contacts`,
]

const SEQUENCES = `select
  setval(pg_get_serial_sequence('tickets', 'number'), (select max(number) from tickets))`
