import { contactTokens, tokensOf } from '@textdesk/core'
import { ROWS_PER_STEP } from '../search/search-indexer.ts'
import type { PostgresSession } from './postgres-session.ts'
import { advance, list, oldestListed, type Subject, takeContacts, takeMessages, write } from './search-queries.ts'

/**
 * One step of the search index. What came or changed is listed by triggers, whichever version of the desk wrote it, and what
 * is older than the index is listed here once there is nothing else to do, the newest first. True when there may be more.
 */
export async function indexNextRows(session: PostgresSession): Promise<boolean> {
  const messages = await indexMessages(session)
  const contacts = await indexContacts(session)
  if (messages + contacts > 0) return true
  return (await listOlder(session, 'messages')) || (await listOlder(session, 'contacts'))
}

async function indexMessages(session: PostgresSession): Promise<number> {
  const taken = await session.all(takeMessages, { limit: ROWS_PER_STEP })
  const there = taken.flatMap(({ row, body }) => (body === null ? [] : { row, words: asVector(tokensOf(body)) }))
  if (there.length > 0) await session.run(write.messages, { entries: JSON.stringify(there) })
  return taken.length
}

async function indexContacts(session: PostgresSession): Promise<number> {
  const taken = await session.all(takeContacts, { limit: ROWS_PER_STEP })
  const there = taken.flatMap(({ row, name, note, kind, value }) =>
    value === null ? [] : { row, words: asVector(contactTokens({ name, note, address: { kind, value } })) },
  )
  if (there.length > 0) await session.run(write.contacts, { entries: JSON.stringify(there) })
  return taken.length
}

async function listOlder(session: PostgresSession, subject: Subject): Promise<boolean> {
  const upTo = (await session.first(oldestListed, { subject }))?.firstRow
  if (upTo === undefined) return false
  const after = Math.max(0, upTo - ROWS_PER_STEP)
  await session.run(list[subject], { after, upTo })
  await session.run(advance, { subject, firstRow: after })
  return true
}

/** With their places, for signs that must stand in a row. Tokens are letters and digits: none of them ends the quotes. */
function asVector(tokens: readonly string[]): string {
  return tokens.map((token, place) => `'${token}':${place + 1}`).join(' ')
}
